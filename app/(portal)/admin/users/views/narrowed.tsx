import { Chips } from "@/components/shell/chips";
import { productNames, roleNames } from "@/lib/access/permissions";
import { isFiltered, type ListQuery, listAddress } from "@/lib/members/list/list-query";
import type { SavedView } from "@/lib/saved-views/list";
import { KeepView } from "../../../views/keep-view";
import { queryOf } from "./showing";

type Props = { query: ListQuery; group: string | undefined; shown: SavedView | undefined };

/** By what the list is narrowed, and the view that can be made of it or is shown. */
export function Narrowed({ query, group, shown }: Props) {
  if (!shown && !isFiltered(query)) return null;
  return (
    <Chips chips={chipsOf(query, group)} clear={isFiltered(query) ? listAddress(query, NOTHING) : undefined}>
      <KeepView list="users" query={queryOf(query)} view={shown} />
    </Chips>
  );
}

const NOTHING = { search: "", status: null, role: null, group: null, product: null };

function chipsOf(query: ListQuery, group = "") {
  const { search, status, role, product } = query;
  return [
    ...(search ? [{ label: `“${search}”`, without: listAddress(query, { search: "" }) }] : []),
    ...(status ? [{ label: status, without: listAddress(query, { status: null }) }] : []),
    ...(role ? [{ label: roleNames[role], without: listAddress(query, { role: null }) }] : []),
    ...(query.group ? [{ label: group.trim(), without: listAddress(query, { group: null }) }] : []),
    ...(product ? [{ label: productNames[product], without: listAddress(query, { product: null }) }] : []),
  ];
}
