import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { type ContactGroupsQuery, contactGroupsAddress } from "@/lib/contacts/groups/contact-groups-query";
import type { CountedPage } from "@/lib/paging";

type Props = { list: CountedPage<unknown>; query: ContactGroupsQuery; add: ReactNode };

/** What to say where there is no contact group. */
export function NoGroups({ list, query, add }: Props) {
  if (list.total > 0)
    return (
      <Empty title="Nothing on this page" sentence="There are fewer groups than that by now.">
        <ButtonLink href={contactGroupsAddress(query)}>Back to the first page</ButtonLink>
      </Empty>
    );
  if (query.search)
    return (
      <Empty title="No contact group found" sentence="No group is called like that.">
        <ButtonLink href={contactGroupsAddress(query, { search: "" })}>Clear search</ButtonLink>
      </Empty>
    );
  return (
    <Empty title="No contact groups yet" sentence="A contact can be in several.">
      {add}
    </Empty>
  );
}
