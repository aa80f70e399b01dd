import { Options } from "@/components/form/fields/options";
import { FilterChoice, FilterDays, FilterForm, FilterText } from "@/components/shell/filter-fields";
import { actionOptions } from "@/lib/audit/actions";
import { type ActivityQuery, activityAddress } from "@/lib/audit/query";
import { endsBeforeItBegins } from "@/lib/text/days";

/** `name` is what the person is called who was asked for. */
export function ActivityFilters({ query, name }: { query: ActivityQuery; name: string }) {
  return (
    <FilterForm action="/admin/activity" address={activityAddress(query)} backwards={endsBeforeItBegins(query)}>
      <FilterText label="Person" name="person" value={name} />
      <FilterChoice label="Action" name="action" value={query.action} any="Any action">
        <Options options={actionOptions} />
      </FilterChoice>
      <FilterDays since={query.since} until={query.until} backwards={endsBeforeItBegins(query)} />
    </FilterForm>
  );
}
