import { Pill } from "@/components/ui/pill";
import { formatNumber } from "@/lib/numbers/format-number";
import type { listNumbers } from "@/lib/numbers/list";
import { figures } from "@/lib/web/figures";
import { peopleWords } from "./words";

type Row = Awaited<ReturnType<typeof listNumbers>>["rows"][number];

export async function NumbersTable({ rows }: { rows: readonly Row[] }) {
  const figure = await figures();
  return (
    <table className="table max-sm:block">
      <thead className="max-sm:absolute max-sm:[clip-path:inset(50%)]">
        <tr>
          <th scope="col">Number</th>
          <th scope="col">Label</th>
          <th scope="col">Group</th>
          <th scope="col">Status</th>
          <th scope="col">Who has access</th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr key={row.id} className="number-row">
            <td className="number-itself">
              <a href={`/admin/numbers/${row.id}`}>{formatNumber(row.e164)}</a>
            </td>
            <td>{row.label}</td>
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
