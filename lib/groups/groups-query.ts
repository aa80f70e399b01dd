import { addressOf, countedOf, type PageSize, type Params, paramOf, sortOf, sortParam } from "../paging";
import { searchIn } from "../text/search";

export const GROUPS = "/admin/groups";

/** `tree`: each under its parent. */
export const groupSortings = ["tree", "name", "people", "numbers"] as const;
export type GroupSort = (typeof groupSortings)[number];

const kinds = ["location", "other"] as const;
const amounts = ["none", "some"] as const;
type Amount = (typeof amounts)[number];

/** What the page of groups shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type GroupsQuery = {
  search: string;
  kind: (typeof kinds)[number] | null;
  /** Right in the group, not under it. */
  people: Amount | null;
  numbers: Amount | null;
  by: GroupSort;
  descending: boolean;
  size: PageSize;
  page: number;
};

export function groupsQuery(params: Params): GroupsQuery {
  const amount = (name: string) => amounts.find((known) => known === paramOf(params, name)) ?? null;
  const { by, descending } = sortOf(params, groupSortings, "tree");
  return {
    search: searchIn(paramOf(params, "search")),
    kind: kinds.find((known) => known === paramOf(params, "kind")) ?? null,
    people: amount("people"),
    numbers: amount("numbers"),
    ...{ by, descending: descending && by !== "tree" },
    ...countedOf(params),
  };
}

/** Another choice begins at its first page. */
export function groupsAddress(query: GroupsQuery, change: Partial<GroupsQuery> = {}): string {
  const { search, kind, people, numbers, size, page, ...sort } = { ...query, page: 1, ...change };
  return addressOf(GROUPS, {
    ...{ search, kind, people, numbers },
    sort: sortParam(sort, "tree"),
    size: size === 25 ? "" : String(size),
    page: page === 1 ? "" : String(page),
  });
}

/** Whether any group is left out. */
export const leavesOutGroups = ({ search, kind, people, numbers }: GroupsQuery) =>
  search !== "" || [kind, people, numbers].some((chosen) => chosen !== null);

/** The whole tree: nothing is left out, nor put in another order. */
export const isWholeTree = (query: GroupsQuery) => query.by === "tree" && !leavesOutGroups(query);
