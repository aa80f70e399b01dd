import { Chips } from "@/components/shell/chips";
import { type ContactsQuery, contactsAddress, leavesOut, textsOptions } from "@/lib/contacts/contacts-query";
import { saidBy } from "@/lib/saved-views/kept-lists";
import type { SavedView } from "@/lib/saved-views/list";
import { KeepView } from "../views/keep-view";

type Props = { query: ContactsQuery; group: string | undefined; shown: SavedView | undefined };

/** By what the list is narrowed, and the view that can be made of it or is shown. */
export function Narrowed({ query, group, shown }: Props) {
  if (!leavesOut(query)) return null;
  return (
    <Chips chips={chipsOf(query, group)} clear={contactsAddress(query, { search: "", group: null, texts: null })}>
      <KeepView list="contacts" query={saidBy(contactsAddress(query))} view={shown} />
    </Chips>
  );
}

function chipsOf(query: ContactsQuery, group = "A group that is gone, or not yours to see") {
  const { search, texts } = query;
  const texting = textsOptions.find(({ value }) => value === texts)?.label;
  return [
    ...(search ? [{ label: `“${search}”`, without: contactsAddress(query, { search: "" }) }] : []),
    ...(query.group ? [{ label: group, without: contactsAddress(query, { group: null }) }] : []),
    ...(texting ? [{ label: texting, without: contactsAddress(query, { texts: null }) }] : []),
  ];
}
