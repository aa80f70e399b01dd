import { Options } from "@/components/form/fields/options";
import { FilterChoice, FilterDays, FilterText } from "@/components/shell/filter-fields";
import { numberLabel } from "@/lib/numbers/format-number";
import { LINES, type LinesQuery, linesAddress, type Period } from "@/lib/reports/lines-query";
import { endsBeforeItBegins } from "@/lib/text/days";

type Props = {
  query: LinesQuery;
  period: Period;
  lines: readonly { id: string; e164: string; label: string }[];
};

/** A GET form: what is asked for stands in the address. */
export function LinesFilters({ query, period, lines }: Props) {
  const address = linesAddress(query);
  return (
    <search className="print:hidden">
      <form key={address} action={LINES} className="toolbar items-end [&>.field]:flex-[1_1_148px]" autoComplete="off">
        <FilterDays {...period} backwards={endsBeforeItBegins(period)} />
        <FilterChoice label="Line" name="line" value={query.line} any="All lines">
          <Options options={lines.map((line) => ({ value: line.id, label: numberLabel(line) }))} />
        </FilterChoice>
        <FilterText label="Person" name="person" value={query.person} />
        <div className="flex gap-2">
          <button type="submit" className="btn">
            Filter
          </button>
          {address !== LINES && (
            <a className="btn btn-quiet" href={LINES}>
              Clear
            </a>
          )}
        </div>
      </form>
    </search>
  );
}
