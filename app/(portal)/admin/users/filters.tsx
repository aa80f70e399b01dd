import { Tabs } from "@/components/shell/tabs";
import { Icon } from "@/components/ui/icons";
import { productNames, roleNames } from "@/lib/access/permissions";
import type { GroupOption } from "@/lib/groups/options";
import { MOST_COUNTED, type Totals } from "@/lib/members/list/list-members";
import { type ListQuery, listAddress, listParams, statusFilters } from "@/lib/members/list/list-query";
import { statuses } from "@/lib/members/status";
import { figures } from "@/lib/web/figures";
import { FilterSelect } from "./filter-select";

type Props = { query: ListQuery; totals: Totals };

export async function StatusTabs({ query, totals }: Props) {
  const figure = await figures();
  const tabs = [
    { label: "All", status: null, count: totals ? sumOf(totals) : `${figure(MOST_COUNTED)}+` },
    ...statuses.map((status) => ({ label: status, status, count: totals?.[status] })),
  ];
  return (
    <Tabs
      label="Users by status"
      tabs={tabs.map(({ label, status, count }) => ({
        label,
        ...(count !== undefined && { count: typeof count === "number" ? figure(count) : count }),
        href: listAddress(query, { status }),
        current: query.status === status,
      }))}
    />
  );
}

const sumOf = (totals: NonNullable<Totals>) => statuses.reduce((sum, status) => sum + totals[status], 0);

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** A GET form: what is asked for stands in the address. With a script a choice counts at once. */
export function Filters({ query, groups }: { query: ListQuery; groups: readonly GroupOption[] }) {
  const { sort, size } = listParams(query);
  return (
    <search>
      <form action="/admin/users" className="toolbar" data-live="" autoComplete="off">
        {sort && <input type="hidden" name="sort" value={sort} />}
        {size && <input type="hidden" name="size" value={size} />}
        <label className="search">
          <Icon name="search" />
          <input
            key={query.search}
            type="search"
            name="search"
            className="input"
            aria-label="Search users"
            placeholder="Search users"
            defaultValue={query.search}
            maxLength={200}
          />
        </label>
        <FilterSelect
          name="status"
          label="Status"
          any="Any status"
          value={query.status}
          options={statusFilters.map((status) => ({ value: status, label: status }))}
        />
        <FilterSelect name="role" label="Role" any="Any role" value={query.role} options={named(roleNames)} />
        <FilterSelect name="group" label="Group" any="Any group" value={query.group} options={groups} />
        <FilterSelect
          name="product"
          label="Product"
          any="Any product"
          value={query.product}
          options={named(productNames)}
        />
        <button type="submit" className="btn">
          Search
        </button>
      </form>
    </search>
  );
}
