import { Options } from "@/components/form/fields/options";
import { EMAILS, type EmailQuery, emailStates, emailsAddress, isAsked } from "@/lib/outbox/log/email-query";

const states = Object.entries(emailStates).map(([value, label]) => ({ value, label }));

/** A GET form: what is asked for stands in the address. */
export const EmailFilters = ({ query }: { query: EmailQuery }) => (
  <search>
    <form
      key={emailsAddress(query)}
      action={EMAILS}
      className="toolbar items-end [&>.field]:flex-[1_1_148px]"
      autoComplete="off"
    >
      <label className="field">
        <span className="label">State</span>
        <span className="select">
          <select name="state" className="input" defaultValue={query.state ?? ""}>
            <option value="">Any state</option>
            <Options options={states} />
          </select>
        </span>
      </label>
      <label className="field">
        <span className="label">To</span>
        <input name="to" className="input" defaultValue={query.to} maxLength={254} placeholder="Name or address" />
      </label>
      <div className="flex gap-2">
        <button type="submit" className="btn">
          Filter
        </button>
        {isAsked(query) && (
          <a className="btn btn-quiet" href={EMAILS}>
            Clear
          </a>
        )}
      </div>
    </form>
  </search>
);
