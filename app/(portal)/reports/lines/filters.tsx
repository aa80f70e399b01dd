import { Options } from "@/components/form/fields/options";
import { FilterChoice, FilterDays, FilterForm, FilterText } from "@/components/shell/filter-fields";
import { numberLabel } from "@/lib/numbers/format-number";
import { LINES, type LinesQuery, linesAddress, type Period } from "@/lib/reports/lines-query";
import { endsBeforeItBegins } from "@/lib/text/days";

type Props = {
  query: LinesQuery;
  period: Period;
  lines: readonly { id: string; e164: string; label: string }[];
};

export function LinesFilters({ query, period, lines }: Props) {
  return (
    <FilterForm action={LINES} address={linesAddress(query)} backwards={endsBeforeItBegins(period)}>
      <FilterDays {...period} backwards={endsBeforeItBegins(period)} />
      <FilterChoice label="Line" name="line" value={query.line} any="All lines">
        <Options options={lines.map((line) => ({ value: line.id, label: numberLabel(line) }))} />
      </FilterChoice>
      <FilterText label="Person" name="person" value={query.person} />
    </FilterForm>
  );
}
