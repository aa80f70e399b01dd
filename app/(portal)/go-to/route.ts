import { findPlaces } from "@/lib/go-to/find-places";
import { requireViewer } from "@/lib/web/viewer";
import { sectionsFor } from "../sections";

/** What "Go to" offers for what is typed: the pages of that name first, then who and what else there is. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer();
  const search = new URL(request.url).searchParams.get("search") ?? "";
  const pages = sectionsFor(viewer)
    .flatMap(({ title, items }) => items.map(({ href, label }) => ({ href, label, note: title ?? "Page" })))
    .filter(({ label }) => label.toLowerCase().includes(search.trim().toLowerCase()));
  const headers = { "cache-control": "no-store" };
  return Response.json([...pages, ...(await findPlaces(viewer, search))], { headers });
}
