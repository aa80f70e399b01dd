import { Options } from "@/components/form/fields/options";
import { actionOptions } from "@/lib/audit/actions";
import { type ActivityQuery, activityAddress, isAsked } from "@/lib/audit/query";
import { endsBeforeItBegins } from "@/lib/text/days";

const TO_ERROR = "to-error";

/** A GET form: what is asked for stands in the address. `name` is what the person is called who was asked for. */
export function ActivityFilters({ query, name }: { query: ActivityQuery; name: string }) {
  const backwards = endsBeforeItBegins(query);
  return (
    <search>
      <form
        key={activityAddress(query)}
        action="/admin/activity"
        className="toolbar items-end [&>.field]:flex-[1_1_148px]"
        autoComplete="off"
      >
        <label className="field">
          <span className="label">Person</span>
          <input name="person" className="input" defaultValue={name} maxLength={200} />
        </label>
        <label className="field">
          <span className="label">Action</span>
          <span className="select">
            <select name="action" className="input" defaultValue={query.action ?? ""}>
              <option value="">Any action</option>
              <Options options={actionOptions} />
            </select>
          </span>
        </label>
        <label className="field">
          <span className="label">From</span>
          <input type="date" name="from" className="input" defaultValue={query.since ?? ""} />
        </label>
        <div className="field">
          <label htmlFor="to" className="label">
            To
          </label>
          <input
            type="date"
            id="to"
            name="to"
            className="input"
            defaultValue={query.until ?? ""}
            {...(backwards && { "aria-invalid": true, "aria-describedby": TO_ERROR })}
          />
          {backwards && (
            <p id={TO_ERROR} className="field-error">
              Choose a day that is not before From.
            </p>
          )}
        </div>
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
