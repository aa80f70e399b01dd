import { Options } from "@/components/form/fields/options";
import { FilterChoice, FilterDays, FilterText } from "@/components/shell/filter-fields";
import { actionOptions } from "@/lib/audit/actions";
import { type ActivityQuery, activityAddress, isAsked } from "@/lib/audit/query";
import { endsBeforeItBegins } from "@/lib/text/days";

/** A GET form: what is asked for stands in the address. `name` is what the person is called who was asked for. */
export function ActivityFilters({ query, name }: { query: ActivityQuery; name: string }) {
  return (
    <search>
      <form
        key={activityAddress(query)}
        action="/admin/activity"
        className="toolbar items-end [&>.field]:flex-[1_1_148px]"
        autoComplete="off"
      >
        <FilterText label="Person" name="person" value={name} />
        <FilterChoice label="Action" name="action" value={query.action} any="Any action">
          <Options options={actionOptions} />
        </FilterChoice>
        <FilterDays since={query.since} until={query.until} backwards={endsBeforeItBegins(query)} />
        <div className="flex gap-2">
          <button type="submit" className="btn">
            Filter
          </button>
          {isAsked(query) && (
            <a className="btn btn-quiet" href="/admin/activity">
              Clear
            </a>
          )}
        </div>
      </form>
    </search>
  );
}
