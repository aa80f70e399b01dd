import type { ReactNode } from "react";
import type { Figures } from "@/lib/reports/lines-and-people";
import type { Figure } from "@/lib/text/figure";
import { waitWords } from "./words";

export type FiguresRow = Figures & { key: string; name: ReactNode };

type Props = {
  /** What the rows are. */
  of: "Line" | "Person";
  rows: readonly FiguresRow[];
  /** The sum of them, if it says more than they do. */
  all?: Figures | undefined;
  hasIn: boolean;
  figure: Figure;
};

/** On a phone a row is its name and, below, each figure over what it is. */
export function FiguresTable({ of, rows, all, hasIn, figure }: Props) {
  const columns = [
    ...(hasIn ? [{ name: "In", of: ({ textsIn }: Figures) => figure(textsIn) }] : []),
    { name: "Out", of: ({ textsOut }: Figures) => figure(textsOut) },
    { name: "First answers", of: ({ answers }: Figures) => figure(answers) },
    { name: "Median", of: ({ median }: Figures) => waitWords(median) || "–" },
    { name: "90th percentile", of: ({ ninetieth }: Figures) => waitWords(ninetieth) || "–" },
    { name: "Waiting now", of: ({ waiting }: Figures) => figure(waiting) },
  ];
  const row = ({ key, name, ...figures }: FiguresRow) => (
    <tr key={key} className="max-md:grid max-md:grid-cols-3 max-md:gap-x-3 max-md:px-4 max-md:py-2">
      <th scope="row" className="text-base! text-ink! max-md:col-span-3 max-md:px-0! max-md:py-1!">
        {name}
      </th>
      {columns.map((column) => (
        <td key={column.name} className="whitespace-nowrap tabular-nums max-md:px-0! max-md:py-1! md:text-right">
          {column.of(figures)}
          <small className="whitespace-normal md:hidden">{column.name}</small>
        </td>
      ))}
    </tr>
  );
  return (
    <table className="table">
      <thead className="max-md:hidden">
        <tr>
          <th scope="col">{of}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className="text-right!">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(row)}</tbody>
      {all && (
        <tfoot className="border-line-strong border-t font-semibold">{row({ key: "all", name: "All", ...all })}</tfoot>
      )}
    </table>
  );
}
