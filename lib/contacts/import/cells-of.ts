import type { Column } from "../../import/map-columns";
import { inFull } from "./in-full";

/** What a row's cells say, by what their columns are read as; of some there are several. */
export type Cells = (field: string) => readonly string[];

export function cellsReader(columns: readonly Pick<Column, "field" | "heading">[], letters: (cell: string) => string) {
  const at = new Map<string, number[]>();
  for (const [column, { field }] of columns.entries()) at.set(field, [...(at.get(field) ?? []), column]);
  return (cells: readonly string[]): Cells =>
    (field) =>
      (at.get(field) ?? []).map((column) => inFull(columns[column]?.heading ?? "", letters(cells[column] ?? "")));
}
