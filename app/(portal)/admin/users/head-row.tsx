"use client";

import { SelectAll } from "../../rows/select-all";

type Props = {
  /** Where a heading that sorts leads to, by its words. */
  links: Record<string, string>;
  sorted: { name: string; is: "ascending" | "descending" };
  manages: boolean;
};

const columns = [
  ["Name", "who"],
  ["Email", "mail"],
  ["Username", "login"],
  ["Role", "role"],
  ["Products", "uses"],
  ["Lines", "lines"],
  ["Status", "state"],
  ["Last login", "seen"],
] as const;

/** Drawn on the client's side, as the rows are (`people.tsx`). */
export function HeadRow({ links, sorted, manages }: Props) {
  return (
    <thead>
      <tr>
        <th scope="col" className="tick">
          {manages ? <SelectAll /> : <span className="sr-only">Select</span>}
        </th>
        {columns.map(([name, cell]) => (
          <th key={name} scope="col" className={cell} aria-sort={sorted.name === name ? sorted.is : undefined}>
            {links[name] ? <a href={links[name]}>{name}</a> : name}
          </th>
        ))}
        <th scope="col" className="edit">
          <span className="sr-only">Edit</span>
        </th>
        <th scope="col" className="acts">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}
