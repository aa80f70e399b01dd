import { FilterSelect } from "@/components/shell/filter-select";
import { ListFilters } from "@/components/shell/list-filters";
import {
  linkStates,
  SUBSCRIPTIONS,
  type SubscriptionsQuery,
  subscriptionsAddress,
} from "@/lib/subscriptions/subscriptions-query";
import { letterKey } from "@/lib/web/letter-key";

const states = linkStates.map((state) => ({ value: state, label: state }));

export const LinkFilters = async ({ query }: { query: SubscriptionsQuery }) => (
  <ListFilters
    action={SUBSCRIPTIONS}
    search={{ label: "Search links", value: query.search, shortcut: await letterKey("/") }}
    chosen={query.state ? 1 : 0}
    clear={query.search || query.state ? subscriptionsAddress(query, { search: "", state: null }) : null}
  >
    <FilterSelect name="state" label="State" any="Any state" options={states} value={query.state} />
  </ListFilters>
);
