import { Options } from "@/components/form/fields/options";
import { FilterChoice, FilterForm, FilterText } from "@/components/shell/filter-fields";
import { EMAILS, type EmailQuery, emailStates, emailsAddress } from "@/lib/outbox/log/email-query";

const states = Object.entries(emailStates).map(([value, label]) => ({ value, label }));

export const EmailFilters = ({ query }: { query: EmailQuery }) => (
  <FilterForm action={EMAILS} address={emailsAddress(query)}>
    <FilterChoice label="State" name="state" value={query.state} any="Any state">
      <Options options={states} />
    </FilterChoice>
    <FilterText label="To" name="to" value={query.to} placeholder="Name or address" />
  </FilterForm>
);
