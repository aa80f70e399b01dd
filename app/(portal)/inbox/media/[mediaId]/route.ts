import { fetchMedia } from "@/lib/carrier/media/fetch-media";
import { getMedia } from "@/lib/conversations/media/get-media";
import { forbidden } from "@/lib/web/forbidden";
import { mediaDownload } from "@/lib/web/media-download";
import { requireViewer } from "@/lib/web/viewer";

/** What hangs on a customer's text, as a file to keep. */
export async function GET(_request: Request, { params }: { params: Promise<{ mediaId: string }> }): Promise<Response> {
  const viewer = await requireViewer("messages.read");
  const media = (await getMedia(viewer, (await params).mediaId)) ?? (await forbidden(viewer));
  return mediaDownload(viewer, media, () => fetchMedia(media.url, media.type));
}
