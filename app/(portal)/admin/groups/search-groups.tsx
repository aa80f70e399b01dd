import { Icon } from "@/components/ui/icons";

/** A GET form: what was searched for is in the address. */
export function SearchGroups({ search }: { search: string }) {
  return (
    <search>
      <form action="/admin/groups" className="toolbar">
        <label className="search max-sm:flex-[1_1_0]">
          <Icon name="search" />
          <input
            key={search}
            type="search"
            name="search"
            className="input"
            aria-label="Search groups"
            placeholder="Search groups"
            defaultValue={search}
          />
        </label>
        <button type="submit" className="btn">
          Search
        </button>
      </form>
    </search>
  );
}
