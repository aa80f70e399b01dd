import { LiveForm } from "@/components/shell/live-form";
import { Icon } from "@/components/ui/icons";
import { productNames, roleNames } from "@/lib/access/permissions";
import { isFiltered, type ListQuery, listAddress, listParams, statusFilters } from "@/lib/members/list/list-query";
import type { Offer } from "@/lib/pick/choice";
import { FilterPicker, FilterSelect } from "./filter-select";

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

type Props = { query: ListQuery; groups: Offer };

/**
 * A GET form: what is asked for stands in the address. With a script it is asked while somebody types. On a phone the
 * filters are a popover behind a button, still within the form.
 */
export function Filters({ query, groups }: Props) {
  const { sort, size } = listParams(query);
  const filters = [
    { name: "status", label: "Status", any: "Any status", options: statusFilters.map(asOption) },
    { name: "role", label: "Role", any: "Any role", options: named(roleNames) },
    { name: "group", label: "Group", any: "Any group", given: groups },
    { name: "product", label: "Product", any: "Any product", options: named(productNames) },
  ] as const;
  const chosen = filters.filter(({ name }) => query[name] !== null).length;
  return (
    <search className="sticky top-(--bar) z-5 -mx-1 -mt-2 block bg-paper px-1 py-2">
      <LiveForm action="/admin/users" search={query.search} className="flex items-center gap-2">
        {sort && <input type="hidden" name="sort" value={sort} />}
        {size && <input type="hidden" name="size" value={size} />}
        <label className="search min-w-28 flex-1">
          <Icon name="search" />
          <input
            type="search"
            name="search"
            className="input"
            aria-label="Search users"
            aria-keyshortcuts="/"
            placeholder="Search users"
            defaultValue={query.search}
            maxLength={200}
          />
        </label>
        <button type="button" className="btn sm:hidden" popoverTarget="filters">
          Filters{chosen > 0 && ` (${chosen})`}
        </button>
        <fieldset id="filters" popover="auto" className="folding" aria-label="Filters">
          {filters.map((filter) =>
            "given" in filter ? (
              <FilterPicker key={filter.name} {...filter} value={query[filter.name]} />
            ) : (
              <FilterSelect key={filter.name} {...filter} value={query[filter.name]} />
            ),
          )}
          <button type="submit" className="btn">
            Search
          </button>
        </fieldset>
        {isFiltered(query) && (
          <a className="btn btn-quiet" href={listAddress(query, nothing)}>
            Clear
          </a>
        )}
      </LiveForm>
    </search>
  );
}

const nothing = { search: "", status: null, role: null, group: null, product: null };

const asOption = (status: string) => ({ value: status, label: status });
