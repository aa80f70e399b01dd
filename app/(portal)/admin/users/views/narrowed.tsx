import { Chips } from "@/components/shell/chips";
import { productNames, roleNames } from "@/lib/access/permissions";
import { isFiltered, type ListQuery, listAddress } from "@/lib/members/list/list-query";
import type { SavedView } from "@/lib/saved-views/list";
import { KeepView } from "../../../views/keep-view";
import { isShowing, queryOf } from "./showing";

/** `asked`: as the address came, which may name a group that is gone. */
type Props = { asked: ListQuery; query: ListQuery; group: string | undefined; views: readonly SavedView[] };

/** By what the list is narrowed, and the view that can be made of it or is shown. */
export function Narrowed({ asked, query, group, views }: Props) {
  const view = views.find((each) => isShowing(asked, each));
  if (!view && !isFiltered(query)) return null;
  return (
    <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
      <Chips chips={chipsOf(query, group)} />
      <KeepView list="users" query={queryOf(query)} view={view} />
    </div>
  );
}

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
