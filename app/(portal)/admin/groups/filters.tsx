import { FilterSelect } from "@/components/shell/filter-select";
import { ListFilters } from "@/components/shell/list-filters";
import { GROUPS, type GroupsQuery, groupsAddress, leavesOutGroups } from "@/lib/groups/groups-query";
import { sortParam } from "@/lib/paging";
import { letterKey } from "@/lib/web/letter-key";

const filters = [
  {
    name: "kind",
    ...{ label: "Kind", any: "Any kind" },
    options: [
      { value: "location", label: "Locations" },
      { value: "other", label: "Other groups" },
    ],
  },
  {
    name: "people",
    ...{ label: "People", any: "Any people" },
    options: [
      { value: "some", label: "With people" },
      { value: "none", label: "Without people" },
    ],
  },
  {
    name: "numbers",
    ...{ label: "Numbers", any: "Any numbers" },
    options: [
      { value: "some", label: "With numbers" },
      { value: "none", label: "Without numbers" },
    ],
  },
] as const;

const orders = [
  { value: "name", label: "By name" },
  { value: "-name", label: "By name, backwards" },
  { value: "-people", label: "Most people" },
  { value: "people", label: "Fewest people" },
  { value: "-numbers", label: "Most numbers" },
  { value: "numbers", label: "Fewest numbers" },
];

export const Filters = async ({ query }: { query: GroupsQuery }) => (
  <ListFilters
    action={GROUPS}
    search={{ label: "Search groups", value: query.search, shortcut: await letterKey("/") }}
    fields={{ size: query.size === 25 ? undefined : String(query.size) }}
    chosen={filters.filter(({ name }) => query[name] !== null).length}
    clear={leavesOutGroups(query) ? groupsAddress(query, nothing) : null}
  >
    {filters.map((filter) => (
      <FilterSelect key={filter.name} {...filter} value={query[filter.name]} />
    ))}
    <FilterSelect name="sort" label="Sort" any="As a tree" options={orders} value={sortParam(query, "tree")} />
  </ListFilters>
);

const nothing = { search: "", kind: null, people: null, numbers: null };
