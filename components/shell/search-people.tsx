import { Icon } from "../ui/icons";

type Props = {
  path: string;
  wish: { search: string; size: number };
  /** The rest of the list's state. */
  fields?: Record<string, string>;
};

/** A GET form: the list's state is in the address. */
export function SearchPeople({ path, wish, fields = {} }: Props) {
  return (
    <search>
      <form action={path} className="toolbar">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
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
