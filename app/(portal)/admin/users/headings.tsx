import { type ListQuery, listAddress } from "@/lib/members/list/list-query";
import { HeadRow } from "./head-row";

const sortings = [
  { by: "name", name: "Name" },
  { by: "email", name: "Email" },
  { by: "status", name: "Status" },
  { by: "last-login", name: "Last login" },
] as const;

/** A heading that sorts is a link; the one that the list is sorted by turns it round. */
export function Headings({ query, manages }: { query: ListQuery; manages: boolean }) {
  const link = (by: ListQuery["by"]) => listAddress(query, { by, descending: query.by === by && !query.descending });
  return (
    <HeadRow
      links={Object.fromEntries(sortings.map(({ by, name }) => [name, link(by)]))}
      sorted={{
        name: sortings.find(({ by }) => by === query.by)?.name ?? "",
        is: query.descending ? "descending" : "ascending",
      }}
      manages={manages}
    />
  );
}
