import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { panelData } from "../../panel/panel-data";

type Props = { params: Promise<{ memberId: string }> };

/** What the panel in the users list begins with; without a script the person's page has the same fields. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const viewer = await requireViewer("users.manage");
  const data = (await panelData(viewer, (await params).memberId)) ?? (await forbidden(viewer));
  return Response.json(data, { headers: { "cache-control": "no-store" } });
}
