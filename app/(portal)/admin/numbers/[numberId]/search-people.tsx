import { Icon } from "@/components/ui/icons";

/** A GET form: the list's state is in the address. */
export function SearchPeople({ path, wish }: { path: string; wish: { search: string; size: number } }) {
  return (
    <search>
      <form action={path} className="toolbar">
        <label className="search">
          <Icon name="search" />
          <input
            key={wish.search}
            type="search"
            name="search"
            className="input"
            aria-label="Search people"
            placeholder="Search people"
            defaultValue={wish.search}
          />
        </label>
        <span className="select">
          <select key={wish.size} name="size" className="input" aria-label="People a page" defaultValue={wish.size}>
            <option value="25">25 a page</option>
            <option value="50">50 a page</option>
            <option value="100">100 a page</option>
          </select>
        </span>
        <button type="submit" className="btn">
          Search
        </button>
      </form>
    </search>
  );
}
