/** How a text goes over the air: in how many pieces, and in which alphabet. */
export type Segments = { characters: number; segments: number; alphabet: "GSM-7" | "UCS-2" };

/** Their alphabet, as patterns name signs; PostgreSQL's as well. */
export const GSM_SIGNS = String.raw`\n\f\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z[\\\]^_a-z{|}~¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ€`;

const GSM = new RegExp(`^[${GSM_SIGNS}]*$`);

/** These take an escape before them, which stays with them. */
const LONG = /[\f[\\\]^{|}~€]/;

const ALONE = 160;
const EACH = 153;

/** Browsers post lines that end in two characters; a telephone gets one. */
export const lined = (text: string) => text.replace(/\r\n?/g, "\n");

/** Of a text in the alphabet of telephones, by counting; nothing for any other. Small enough for a browser. */
export function gsmSegments(body: string): Segments | undefined {
  const text = lined(body);
  if (!GSM.test(text)) return undefined;
  let segments = 1;
  let filled = 0;
  let all = 0;
  for (const sign of text) {
    const size = LONG.test(sign) ? 2 : 1;
    all += size;
    if (filled + size > EACH) {
      segments++;
      filled = 0;
    }
    filled += size;
  }
  return { characters: text.length, segments: all <= ALONE ? 1 : segments, alphabet: "GSM-7" };
}
