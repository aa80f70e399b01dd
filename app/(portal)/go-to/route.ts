import { findPlaces, type Place } from "@/lib/go-to/find-places";
import { requireViewer } from "@/lib/web/viewer";
import { sectionsFor } from "../sections";

/**
 * What "Go to" offers for what is typed: what begins with it before what only has it in it, and of what is as good the
 * pages first, which are few and stay where they are.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer();
  const search = new URL(request.url).searchParams.get("search") ?? "";
  const typed = search.trim().toLowerCase();
  const pages = sectionsFor(viewer)
    .flatMap(({ title, items }) => items.map(([href, label]) => ({ href, label, note: title ?? "Page" })))
    .flatMap((page) => ranked(page, ` ${page.label.toLowerCase()}`, typed));
  const places = [...pages, ...(await findPlaces(viewer, search))].sort((a, b) => a.rank - b.rank);
  return Response.json(places, { headers: { "cache-control": "no-store" } });
}

function ranked(page: Omit<Place, "rank">, words: string, typed: string): Place[] {
  if (!words.includes(typed)) return [];
  const at = words.indexOf(` ${typed}`);
  return [{ ...page, rank: at < 0 ? 2 : Math.min(at, 1) }];
}
