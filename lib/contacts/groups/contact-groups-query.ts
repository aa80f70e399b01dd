import { addressOf, countedOf, type PageSize, type Params, paramOf, sortOf, sortParam } from "../../paging";
import { searchIn } from "../../text/search";
import { CONTACTS } from "../contacts-query";

export const CONTACT_GROUPS = `${CONTACTS}/groups`;

/** Who is in one, in the list of contacts. */
export const contactsIn = (groupId: string) => `${CONTACTS}?group=${groupId}`;

export const contactGroupSortings = ["name", "contacts"] as const;
export type ContactGroupSort = (typeof contactGroupSortings)[number];

/** What the list of contact groups shows, as its address says it. */
export type ContactGroupsQuery = {
  search: string;
  by: ContactGroupSort;
  descending: boolean;
  size: PageSize;
  page: number;
};

export const contactGroupsQuery = (params: Params): ContactGroupsQuery => ({
  search: searchIn(paramOf(params, "search")),
  ...sortOf(params, contactGroupSortings, "name"),
  ...countedOf(params),
});

/** Another choice begins at its first page. */
export function contactGroupsAddress(query: ContactGroupsQuery, change: Partial<ContactGroupsQuery> = {}): string {
  const { search, size, page, ...sort } = { ...query, page: 1, ...change };
  return addressOf(CONTACT_GROUPS, {
    search,
    sort: sortParam(sort, "name"),
    size: size === 25 ? "" : String(size),
    page: page === 1 ? "" : String(page),
  });
}
