import { z } from "zod";
import { isProduct, isRole, type Product, productNames, type Role, roleNames } from "../../access/permissions";
import { addressOf, type Beginning, beginningOf, type PageSize, type Params, pageSizes, paramOf } from "../../paging";
import { searchIn } from "../../text/search";
import { type Status, statuses } from "../status";
import { isKeyOf, type SortBy, sortings } from "./order";

export const USERS = "/admin/users";

/** Of those Pending: whose invitation still counts, counts no longer than today, has run out, or has reached nobody. */
export const invitationFilters = ["Waiting", "Expires today", "Expired", "Bounced"] as const;

/** What can be chosen: a status, or what has become of an invitation. */
export const statusFilters = [...statuses, ...invitationFilters] as const;
export type StatusFilter = (typeof statusFilters)[number];

export const isStatus = (status: StatusFilter): status is Status => statuses.some((known) => known === status);

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
  from: Beginning;
};

export function listQuery(params: Params): ListQuery {
  const text = (name: string) => paramOf(params, name);
  const sort = text("sort");
  const by = sort.replace(/^-/, "");
  const [role, product] = [meant(roleNames, text("role")), meant(productNames, text("product"))];
  const query = {
    search: searchIn(text("search")),
    status: statusFilters.find((status) => status.toLowerCase() === text("status").toLowerCase()) ?? null,
    role: isRole(role) ? role : null,
    group: z.uuid().safeParse(text("group")).data ?? null,
    product: isProduct(product) ? product : null,
    by: sortings.find((known) => known === by) ?? "name",
    descending: sort.startsWith("-") && sortings.some((known) => known === by),
    size: pageSizes.find((size) => String(size) === text("size")) ?? 25,
  };
  return { ...query, from: beginningOf(params, (key) => isKeyOf(query.by, key)) };
}

/** By its value in the address, or by its name as somebody types it there. */
const meant = (names: Readonly<Record<string, string>>, typed: string) =>
  Object.entries(names).find(([value, name]) => [value, name.toLowerCase()].includes(typed.toLowerCase()))?.[0] ?? "";

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
export function listAddress(query: ListQuery, change: Change = {}, path = USERS): string {
  return addressOf(path, listParams(query, change));
}

/** Whether anybody is left out. */
export const isFiltered = ({ search, status, role, group, product }: ListFilter) =>
  search !== "" || [status, role, group, product].some((chosen) => chosen !== null);
