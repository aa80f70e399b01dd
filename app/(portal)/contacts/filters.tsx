import { FilterPicker, FilterSelect } from "@/components/shell/filter-select";
import { ListFilters } from "@/components/shell/list-filters";
import { CONTACTS, type ContactsQuery, sortings, textsOptions } from "@/lib/contacts/contacts-query";
import { sortParam } from "@/lib/paging";
import type { Offer } from "@/lib/pick/choice";
import { letterKey } from "@/lib/web/letter-key";

const [, ...orders] = sortings.flatMap((by) => [
  { value: by, label: by === "name" ? "By name" : "Added first" },
  { value: `-${by}`, label: by === "name" ? "By name, backwards" : "Added last" },
]);

type Props = { query: ContactsQuery; groups: Offer };

export const ContactFilters = async ({ query, groups }: Props) => (
  <ListFilters
    action={CONTACTS}
    search={{ label: "Search contacts", value: query.search, shortcut: await letterKey("/") }}
    fields={{ size: query.size === 25 ? undefined : String(query.size) }}
    chosen={[query.group, query.texts].filter(Boolean).length}
  >
    <FilterPicker name="group" label="Group" any="Any group" given={groups} value={query.group} />
    <FilterSelect name="texts" label="Texts" any="Any texts" options={textsOptions} value={query.texts} />
    <FilterSelect name="sort" label="Sort" any="By name" options={orders} value={sortParam(query, "name")} />
  </ListFilters>
);
