import { FilterPicker, FilterSelect } from "@/components/shell/filter-select";
import { ListFilters } from "@/components/shell/list-filters";
import {
  leavesOutNumbers,
  NUMBERS,
  type NumbersQuery,
  numberStatuses,
  numbersAddress,
} from "@/lib/numbers/numbers-query";
import { sortParam } from "@/lib/paging";
import type { Offer } from "@/lib/pick/choice";
import { letterKey } from "@/lib/web/letter-key";

const statuses = numberStatuses.map((status) => ({ value: status, label: status }));

const holders = [
  { value: "some", label: "Somebody" },
  { value: "none", label: "Nobody" },
];

const filters = ["group", "status", "people"] as const;

export const Filters = async ({ query, groups }: { query: NumbersQuery; groups: Offer }) => (
  <ListFilters
    action={NUMBERS}
    search={{ label: "Search numbers", value: query.search, shortcut: await letterKey("/") }}
    fields={{ sort: sortParam(query, "label"), size: query.size === 25 ? undefined : String(query.size) }}
    chosen={filters.filter((name) => query[name] !== null).length}
    clear={leavesOutNumbers(query) ? numbersAddress(query, nothing) : null}
  >
    <FilterPicker name="group" label="Group" any="Any group" given={groups} value={query.group} />
    <FilterSelect name="status" label="Status" any="Any status" options={statuses} value={query.status} />
    <FilterSelect name="people" label="Who has access" any="Any access" options={holders} value={query.people} />
  </ListFilters>
);

const nothing = { search: "", group: null, status: null, people: null };
