import { z } from "zod";
import { isProduct, isRole, type Product, productNames, type Role, roleNames } from "../access/permissions";
import { type Cursor, type PageSize, pageSizes, unpackCursor } from "../paging";
import { searchIn } from "../search";
import { isKeyOf, type SortBy, sortings } from "./list-order";
import { type Status, statuses } from "./status";

/** What can be chosen: a status, or those Pending whose invitation has run out. */
export const statusFilters = [...statuses, "Expired"] as const satisfies readonly (Status | "Expired")[];
export type StatusFilter = (typeof statusFilters)[number];

/** Who is on the list at all. */
export type ListFilter = {
  search: string;
  status: StatusFilter | null;
  role: Role | null;
  /** A group's id: people with a role in it or under it. */
  group: string | null;
  product: Product | null;
};

/** What the users list shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type ListQuery = ListFilter & {
  by: SortBy;
  descending: boolean;
  size: PageSize;
  from: { after: Cursor } | { before: Cursor } | "first" | "last";
};

type Params = Record<string, string | string[] | undefined>;

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

export function listQuery(params: Params): ListQuery {
  const sort = text(params.sort);
  const by = sort.replace(/^-/, "");
  const [role, product] = [meant(roleNames, text(params.role)), meant(productNames, text(params.product))];
  const query = {
    search: searchIn(text(params.search)),
    status: statusFilters.find((status) => status.toLowerCase() === text(params.status).toLowerCase()) ?? null,
    role: isRole(role) ? role : null,
    group: z.uuid().safeParse(text(params.group)).data ?? null,
    product: isProduct(product) ? product : null,
    by: sortings.find((known) => known === by) ?? "name",
    descending: sort.startsWith("-") && sortings.some((known) => known === by),
    size: pageSizes.find((size) => String(size) === text(params.size)) ?? 25,
  };
  return { ...query, from: beginning(query.by, text(params.after), text(params.before)) };
}

/** By its value in the address, or by its name as somebody types it there. */
const meant = (names: Readonly<Record<string, string>>, typed: string) =>
  Object.entries(names).find(([value, name]) => [value, name.toLowerCase()].includes(typed.toLowerCase()))?.[0] ?? "";

function beginning(by: SortBy, after: string, before: string): ListQuery["from"] {
  if (before === "last") return "last";
  const cursor = unpackCursor(after || before);
  if (!cursor || !isKeyOf(by, cursor.key)) return "first";
  return after ? { after: cursor } : { before: cursor };
}

type Change = Partial<Omit<ListQuery, "from">> & { after?: string; before?: string };

/** What an address says of a list with something changed; another choice begins at its first page. */
export function listParams(query: ListQuery, change: Change = {}): Record<string, string> {
  const { search, status, role, group, product, by, descending, size, after, before } = { ...query, ...change };
  const sort = `${descending ? "-" : ""}${by}`;
  const said = {
    search,
    status,
    role,
    group,
    product,
    sort: sort === "name" ? "" : sort,
    size: size === 25 ? "" : String(size),
    after,
    before,
  };
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** The same as the address of the list, or of another page under it. */
export function listAddress(query: ListQuery, change: Change = {}, path = "/admin/users"): string {
  const params = new URLSearchParams(listParams(query, change));
  return params.size > 0 ? `${path}?${params}` : path;
}

/** Whether anybody is left out. */
export const isFiltered = ({ search, status, role, group, product }: ListFilter) =>
  search !== "" || [status, role, group, product].some((chosen) => chosen !== null);
