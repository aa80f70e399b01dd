import { type ListQuery, listAddress } from "@/lib/members/list/list-query";
import { SelectAll } from "../../rows/select-all";

const columns = [
  { name: "Name", cell: "who", by: "name" },
  { name: "Email", cell: "mail", by: "email" },
  { name: "Username", cell: "login" },
  { name: "Role", cell: "role" },
  { name: "Products", cell: "uses" },
  { name: "Lines", cell: "lines" },
  { name: "Status", cell: "state", by: "status" },
  { name: "Last login", cell: "seen", by: "last-login" },
] as const;

/** A heading that sorts is a link; the one that the list is sorted by turns it round. */
export function Headings({ query, manages }: { query: ListQuery; manages: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="tick">
          {manages ? <SelectAll /> : <span className="sr-only">Select</span>}
        </th>
        {columns.map((column) =>
          "by" in column ? (
            <th key={column.name} scope="col" className={column.cell} aria-sort={sorted(query, column.by)}>
              <a href={listAddress(query, { by: column.by, descending: query.by === column.by && !query.descending })}>
                {column.name}
              </a>
            </th>
          ) : (
            <th key={column.name} scope="col" className={column.cell}>
              {column.name}
            </th>
          ),
        )}
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

function sorted(query: ListQuery, by: ListQuery["by"]) {
  if (query.by !== by) return undefined;
  return query.descending ? "descending" : "ascending";
}
