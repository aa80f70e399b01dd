import { isRole, type Role } from "../access/permissions";
import { type Cursor, type PageSize, pageSizes, unpackCursor } from "../paging";
import { isKeyOf, type SortBy, sortings } from "./list-order";
import { type Status, statuses } from "./status";

/** What the users list shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type ListQuery = {
  search: string;
  status: Status | null;
  role: Role | null;
  by: SortBy;
  descending: boolean;
  size: PageSize;
  from: { after: Cursor } | { before: Cursor } | "first" | "last";
};

type Params = Record<string, string | string[] | undefined>;

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** Longer than any name, address or number that could be found. */
const LONGEST_SEARCH = 200;

export function listQuery(params: Params): ListQuery {
  const sort = text(params.sort);
  const [by, role] = [sort.replace(/^-/, ""), text(params.role)];
  const query = {
    search: searchIn(text(params.search)),
    status: statuses.find((status) => status === text(params.status)) ?? null,
    role: isRole(role) ? role : null,
    by: sortings.find((known) => known === by) ?? "name",
    descending: sort.startsWith("-") && sortings.some((known) => known === by),
    size: pageSizes.find((size) => String(size) === text(params.size)) ?? 25,
  };
  return { ...query, from: beginning(query.by, text(params.after), text(params.before)) };
}

const searchIn = (typed: string) =>
  typed
    .toWellFormed()
    .replace(/[\p{Cc}\ufffd]+/gu, " ")
    .trim()
    .slice(0, LONGEST_SEARCH)
    .toWellFormed();

function beginning(by: SortBy, after: string, before: string): ListQuery["from"] {
  if (before === "last") return "last";
  const cursor = unpackCursor(after || before);
  if (!cursor || !isKeyOf(by, cursor.key)) return "first";
  return after ? { after: cursor } : { before: cursor };
}

type Change = Partial<Omit<ListQuery, "from">> & { after?: string; before?: string };

/** The address of the list with something changed; another choice begins at its first page. */
export function listAddress(query: ListQuery, change: Change = {}): string {
  const { search, status, role, by, descending, size, after, before } = { ...query, ...change };
  const sort = `${descending ? "-" : ""}${by}`;
  const said = {
    search,
    status,
    role,
    sort: sort === "name" ? "" : sort,
    size: size === 25 ? "" : size,
    after,
    before,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) params.set(name, String(value));
  return params.size > 0 ? `/admin/users?${params}` : "/admin/users";
}
