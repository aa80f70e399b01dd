import { FilterPicker, FilterSelect } from "@/components/shell/filter-select";
import { ListFilters } from "@/components/shell/list-filters";
import { productNames, roleNames } from "@/lib/access/permissions";
import { type ListQuery, listParams, statusFilters } from "@/lib/members/list/list-query";
import type { Offer } from "@/lib/pick/choice";
import { letterKey } from "@/lib/web/letter-key";

/** As one text (`Choices`), which is half as long. */
const named = (names: Readonly<Record<string, string>>) => lines(Object.entries(names));

const lines = (options: readonly (readonly string[])[]) => options.map((option) => option.join("\t")).join("\n");

type Props = { query: ListQuery; groups: Offer };

export async function Filters({ query, groups }: Props) {
  const { sort, size } = listParams(query);
  const filters = [
    {
      name: "status",
      label: "Status",
      any: "Any status",
      options: lines(statusFilters.map((status) => [status, status])),
    },
    { name: "role", label: "Role", any: "Any role", options: named(roleNames) },
    { name: "group", label: "Group", any: "Any group", given: groups },
    { name: "product", label: "Product", any: "Any product", options: named(productNames) },
  ] as const;
  return (
    <ListFilters
      action="/admin/users"
      search={{ label: "Search users", value: query.search, shortcut: await letterKey("/") }}
      fields={{ sort, size }}
      chosen={filters.filter(({ name }) => query[name] !== null).length}
    >
      {filters.map((filter) =>
        "given" in filter ? (
          <FilterPicker key={filter.name} {...filter} value={query[filter.name]} />
        ) : (
          <FilterSelect key={filter.name} {...filter} value={query[filter.name]} />
        ),
      )}
    </ListFilters>
  );
}
