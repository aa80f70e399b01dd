import { z } from "zod";
import { addressOf, countedOf, type PageSize, type Params, paramOf, sortOf, sortParam } from "../paging";
import { searchIn } from "../text/search";

export const NUMBERS = "/admin/numbers";

export const numberSortings = ["number", "label", "group", "status", "people"] as const;
export type NumberSort = (typeof numberSortings)[number];

export const numberStatuses = ["Active", "Disabled"] as const;
export type NumberStatus = (typeof numberStatuses)[number];

const holders = ["none", "some"] as const;

/** What the list of numbers shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type NumbersQuery = {
  search: string;
  /** A group's id: numbers in it and under it. */
  group: string | null;
  status: NumberStatus | null;
  /** `none`: those in service that nobody has. */
  people: (typeof holders)[number] | null;
  by: NumberSort;
  descending: boolean;
  size: PageSize;
  page: number;
};

export function numbersQuery(params: Params): NumbersQuery {
  const status = paramOf(params, "status").toLowerCase();
  return {
    search: searchIn(paramOf(params, "search")),
    group: z.uuid().safeParse(paramOf(params, "group")).data ?? null,
    status: numberStatuses.find((known) => known.toLowerCase() === status) ?? null,
    people: holders.find((known) => known === paramOf(params, "people")) ?? null,
    ...sortOf(params, numberSortings, "label"),
    ...countedOf(params),
  };
}

/** Another choice begins at its first page. */
export function numbersAddress(query: NumbersQuery, change: Partial<NumbersQuery> = {}): string {
  const { search, group, status, people, size, page, ...sort } = { ...query, page: 1, ...change };
  return addressOf(NUMBERS, {
    ...{ search, group, status, people },
    sort: sortParam(sort, "label"),
    size: size === 25 ? "" : String(size),
    page: page === 1 ? "" : String(page),
  });
}

/** Whether any number is left out. */
export const leavesOutNumbers = ({ search, group, status, people }: NumbersQuery) =>
  search !== "" || [group, status, people].some((chosen) => chosen !== null);
