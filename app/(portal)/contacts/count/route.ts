import { contactsQuery } from "@/lib/contacts/contacts-query";
import { countContacts } from "@/lib/contacts/count-contacts";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";

/** Of a million contacts it is enough to know that they are very many. */
const MOST = 100_000;

/** How many fit the list's search and filters, as the person writes figures; asked when somebody begins to choose. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("contacts.manage");
  const filter = contactsQuery(Object.fromEntries(new URL(request.url).searchParams));
  const [count, figure] = [await countContacts(viewer, filter, MOST), await figures()];
  const words = count > MOST ? `${figure(MOST)}+` : figure(count);
  return Response.json(words, { headers: { "cache-control": "no-store" } });
}
