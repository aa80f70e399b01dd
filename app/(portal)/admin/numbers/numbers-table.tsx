import { SortHeading } from "@/components/shell/sort-heading";
import { Pill } from "@/components/ui/pill";
import { formatNumber } from "@/lib/numbers/format-number";
import type { listNumbers } from "@/lib/numbers/list";
import { type NumbersQuery, numbersAddress } from "@/lib/numbers/numbers-query";
import { figures } from "@/lib/web/figures";
import { peopleWords } from "./words";

type Row = Awaited<ReturnType<typeof listNumbers>>["rows"][number];

const columns = [
  { by: "number", name: "Number" },
  { by: "label", name: "Label" },
  { by: "group", name: "Group" },
  { by: "status", name: "Status" },
  { by: "people", name: "Who has access" },
] as const;

export async function NumbersTable({ rows, query }: { rows: readonly Row[]; query: NumbersQuery }) {
  const figure = await figures();
  return (
    <table className="table max-sm:block">
      <thead className="max-sm:hidden">
        <tr>
          {columns.map(({ by, name }) => (
            <SortHeading key={by} by={by} query={query} to={(sort) => numbersAddress(query, sort)}>
              {name}
            </SortHeading>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block max-sm:*:first:border-t-0">
        {rows.map((row) => (
          <tr key={row.id} className="number-row">
            <td className="number-itself">
              <a href={`/admin/numbers/${row.id}`}>{formatNumber(row.e164)}</a>
            </td>
            <td
              className="wrap-normal max-w-48 overflow-hidden text-ellipsis max-sm:max-w-full min-[1280px]:max-w-80"
              title={row.label}
            >
              {row.label}
            </td>
            <td className="number-group">
              <a href={`/admin/groups/${row.groupId}`}>{row.group}</a>
            </td>
            <td className="number-status">
              <Pill>{row.status}</Pill>
            </td>
            <td>
              <a href={`/admin/numbers/${row.id}#people`}>{peopleWords(row.people, figure)}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
