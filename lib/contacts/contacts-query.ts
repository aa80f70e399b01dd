import { z } from "zod";
import { addressOf, type Beginning, beginningOf, type PageSize, type Params, pageSizes, paramOf } from "../paging";
import { searchIn } from "../text/search";

/** Whether texts reach somebody: as the filter's values, and in words. */
export const textsOptions = [
  { value: "allowed", label: "Allowed" },
  { value: "opted-out", label: "Opted out" },
  { value: "unreachable", label: "Unreachable" },
] as const;
export type Texts = (typeof textsOptions)[number]["value"];

/** By name, or when they were added: each by its own index. */
export const sortings = ["name", "added"] as const;
export type SortBy = (typeof sortings)[number];

export type ContactsFilter = { search: string; group: string | null; texts: Texts | null };

/** What the list of contacts shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type ContactsQuery = ContactsFilter & { by: SortBy; descending: boolean; size: PageSize; from: Beginning };

export function contactsQuery(params: Params): ContactsQuery {
  const text = (name: string) => paramOf(params, name);
  const sort = text("sort");
  const known = sortings.find((each) => each === sort.replace(/^-/, ""));
  const by = known ?? "name";
  return {
    search: searchIn(text("search")),
    group: z.uuid().safeParse(text("group")).data ?? null,
    texts: textsOptions.find(({ value, label }) => value === text("texts") || label === text("texts"))?.value ?? null,
    by,
    descending: sort.startsWith("-") && known !== undefined,
    size: pageSizes.find((size) => String(size) === text("size")) ?? 25,
    from: beginningOf(params, (key) => Keys[by].safeParse(key).success),
  };
}

const Keys: Record<SortBy, z.ZodType> = {
  name: z.tuple([z.string()]),
  added: z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/)]),
};

/** Whether anything is looked for or filtered. */
export const leavesOut = ({ search, group, texts }: ContactsFilter) => Boolean(search || group || texts);

type Change = Partial<Omit<ContactsQuery, "from">> & { after?: string; before?: string };

export const CONTACTS = "/contacts";

/** The address of the list with something changed; another choice begins at its first page. */
export function contactsAddress(query: ContactsQuery, change: Change = {}, path = CONTACTS): string {
  const { search, group, texts, by, descending, size, after, before } = { ...query, ...change };
  const sort = `${descending ? "-" : ""}${by}`;
  return addressOf(path, {
    ...{ search, group, texts, after, before },
    sort: sort === "name" ? "" : sort,
    size: size === 25 ? "" : String(size),
  });
}
