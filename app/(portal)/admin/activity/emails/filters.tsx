import { Options } from "@/components/form/fields/options";
import { FilterChoice, FilterText } from "@/components/shell/filter-fields";
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
      <FilterChoice label="State" name="state" value={query.state} any="Any state">
        <Options options={states} />
      </FilterChoice>
      <FilterText label="To" name="to" value={query.to} placeholder="Name or address" />
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
