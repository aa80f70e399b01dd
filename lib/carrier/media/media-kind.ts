type Kind = { word: string; type: string; ending: string };

const of = (word: string, endings: Record<string, string>): Kind[] =>
  Object.entries(endings).map(([type, ending]) => ({ word, type, ending }));

/** What may hang on a text and is handed on: nothing that a browser would run, and no page. */
const KINDS: readonly Kind[] = [
  ...of("Picture", {
    ...{ "image/jpeg": "jpg", "image/jpg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp" },
    ...{ "image/heic": "heic", "image/heif": "heif", "image/bmp": "bmp", "image/tiff": "tiff" },
  }),
  ...of("Recording", {
    ...{ "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/aac": "aac", "audio/ogg": "ogg", "audio/webm": "weba" },
    ...{ "audio/wav": "wav", "audio/x-wav": "wav", "audio/vnd.wave": "wav", "audio/amr": "amr", "audio/3gpp": "3gp" },
  }),
  ...of("Video", {
    ...{ "video/mp4": "mp4", "video/mpeg": "mpeg", "video/quicktime": "mov", "video/webm": "webm" },
    ...{ "video/3gpp": "3gp", "video/3gpp2": "3g2" },
  }),
  ...of("Contact card", { "text/vcard": "vcf", "text/x-vcard": "vcf", "text/directory": "vcf" }),
  ...of("Appointment", { "text/calendar": "ics" }),
  ...of("Text file", { "text/plain": "txt" }),
  ...of("Document", { "application/pdf": "pdf" }),
];

/** Undefined: of no kind that is handed on. */
export function mediaKind(type: string | null | undefined): Kind | undefined {
  const bare = (type ?? "").split(";")[0]?.trim().toLowerCase();
  return KINDS.find((kind) => kind.type === bare);
}
