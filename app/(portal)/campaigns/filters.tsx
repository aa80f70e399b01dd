import { FilterSelect } from "@/components/shell/filter-select";
import { ListFilters } from "@/components/shell/list-filters";
import { CAMPAIGNS, type CampaignsQuery, campaignsAddress, stateOptions } from "@/lib/campaigns/campaigns-query";
import { letterKey } from "@/lib/web/letter-key";

export const CampaignFilters = async ({ query }: { query: CampaignsQuery }) => (
  <ListFilters
    action={CAMPAIGNS}
    search={{ label: "Search campaigns", value: query.search, shortcut: await letterKey("/") }}
    chosen={query.state ? 1 : 0}
    clear={query.search || query.state ? campaignsAddress(query, { search: "", state: null }) : null}
  >
    <FilterSelect name="state" label="State" any="Any state" options={stateOptions} value={query.state} />
  </ListFilters>
);
