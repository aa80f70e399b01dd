import { Options } from "@/components/form/fields/options";
import { FilterChoice, FilterDays, FilterForm, FilterText } from "@/components/shell/filter-fields";
import { numberLabel } from "@/lib/numbers/format-number";
import { HISTORY, type HistoryQuery, historyAddress } from "@/lib/reports/history-query";
import { textStates, textStateWords } from "@/lib/reports/text-states";
import { endsBeforeItBegins } from "@/lib/text/days";

type Props = {
  query: HistoryQuery;
  lines: readonly { id: string; e164: string; label: string }[];
  campaigns: readonly { value: string; label: string }[];
};

export function HistoryFilters({ query, lines, campaigns }: Props) {
  return (
    <FilterForm action={HISTORY} address={historyAddress(query)} backwards={endsBeforeItBegins(query)}>
      <FilterDays since={query.since} until={query.until} backwards={endsBeforeItBegins(query)} />
      <FilterChoice label="Line" name="line" value={query.line} any="All lines">
        <Options options={lines.map((line) => ({ value: line.id, label: numberLabel(line) }))} />
      </FilterChoice>
      <FilterText label="Person" name="person" value={query.person} />
      <FilterChoice label="Direction" name="direction" value={query.direction} any="In and out">
        <option value="in">In</option>
        <option value="out">Out</option>
      </FilterChoice>
      <FilterChoice label="State" name="state" value={query.state} any="Any state">
        <Options options={textStates.map((state) => ({ value: state, label: textStateWords(state) }))} />
      </FilterChoice>
      <FilterChoice label="Campaign" name="campaign" value={query.campaign} any="Any or none">
        <Options options={campaigns} />
      </FilterChoice>
      <FilterText label="Contact" name="contact" value={query.contact} />
    </FilterForm>
  );
}
