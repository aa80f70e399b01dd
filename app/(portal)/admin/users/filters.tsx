import { Tabs } from "@/components/shell/tabs";
import { Icon } from "@/components/ui/icons";
import { roleNames } from "@/lib/access/permissions";
import { type ListQuery, listAddress } from "@/lib/members/list-query";
import { statuses } from "@/lib/members/status";

type Props = { query: ListQuery; totals: Record<(typeof statuses)[number], number> };

export function StatusTabs({ query, totals }: Props) {
  const all = statuses.reduce((sum, status) => sum + totals[status], 0);
  const tabs = [
    { label: "All", status: null, total: all },
    ...statuses.map((status) => ({ label: status, status, total: totals[status] })),
  ];
  return (
    <Tabs
      label="Users by status"
      tabs={tabs.map(({ label, status, total }) => ({
        label,
        count: total.toLocaleString("en"),
        href: listAddress(query, { status }),
        current: query.status === status,
      }))}
    />
  );
}

/** A GET form: what is asked for stands in the address. With a script a choice counts at once. */
export function Filters({ query }: { query: ListQuery }) {
  const { sort, size } = Object.fromEntries(new URL(listAddress(query), "http://list.invalid").searchParams);
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
        <span className="select">
          <select
            key={query.status}
            name="status"
            className="input"
            aria-label="Status"
            defaultValue={query.status ?? ""}
          >
            <option value="">Any status</option>
            {statuses.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </select>
        </span>
        <span className="select">
          <select key={query.role} name="role" className="input" aria-label="Role" defaultValue={query.role ?? ""}>
            <option value="">Any role</option>
            {Object.entries(roleNames).map(([role, name]) => (
              <option key={role} value={role}>
                {name}
              </option>
            ))}
          </select>
        </span>
        <button type="submit" className="btn">
          Search
        </button>
      </form>
    </search>
  );
}
