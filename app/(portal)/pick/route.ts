import { findChoices, PickWish } from "@/lib/pick/find-choices";
import { requireViewer } from "@/lib/web/viewer";

/** What a picker offers for what is typed in it. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer();
  const wish = PickWish.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await findChoices(viewer, wish), { headers: { "cache-control": "no-store" } });
}
