import { type ListQuery, listAddress } from "@/lib/members/list/list-query";
import { SelectAll } from "./select-all";

const columns = [
  { name: "Name", by: "name" },
  { name: "Email", by: "email" },
  { name: "Username" },
  { name: "Role" },
  { name: "Products" },
  { name: "Lines" },
  { name: "Status", by: "status" },
  { name: "Last login", by: "last-login" },
] as const;

/** A heading that sorts is a link; the one that the list is sorted by turns it round. */
export function Headings({ query, manages }: { query: ListQuery; manages: boolean }) {
  return (
    <thead>
      <tr>
        <td>{manages && <SelectAll key={listAddress(query)} />}</td>
        {columns.map((column) =>
          "by" in column ? (
            <th key={column.name} scope="col" aria-sort={sorted(query, column.by)}>
              <a href={listAddress(query, { by: column.by, descending: query.by === column.by && !query.descending })}>
                {column.name}
              </a>
            </th>
          ) : (
            <th key={column.name} scope="col">
              {column.name}
            </th>
          ),
        )}
        <th scope="col">
          <span className="sr-only">Edit</span>
        </th>
        <th scope="col">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
}

function sorted(query: ListQuery, by: ListQuery["by"]) {
  if (query.by !== by) return undefined;
  return query.descending ? "descending" : "ascending";
}
