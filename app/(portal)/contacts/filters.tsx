import { Options } from "@/components/form/fields/options";
import { LiveForm } from "@/components/shell/live-form";
import { Icon } from "@/components/ui/icons";
import { CONTACTS, type ContactsQuery, contactsAddress, sortings, textsOptions } from "@/lib/contacts/contacts-query";
import { letterKey } from "@/lib/web/letter-key";

const orders = sortings.flatMap((by) => [
  { value: by, label: by === "name" ? "By name" : "Added first" },
  { value: `-${by}`, label: by === "name" ? "By name, backwards" : "Added last" },
]);

/** A GET form: what is asked for stands in the address. With a script it is asked while somebody types or chooses. */
export const ContactFilters = async ({ query }: { query: ContactsQuery }) => (
  <search>
    <LiveForm action={CONTACTS} search={query.search} className="toolbar">
      {query.size !== 25 && <input type="hidden" name="size" value={query.size} />}
      <label className="search min-w-40 flex-1">
        <Icon name="search" />
        <input
          type="search"
          name="search"
          className="input"
          aria-label="Search contacts"
          aria-keyshortcuts={await letterKey("/")}
          placeholder="Search contacts"
          defaultValue={query.search}
          maxLength={254}
        />
      </label>
      <span className="select">
        <select key={query.texts} name="texts" className="input" aria-label="Texts" defaultValue={query.texts ?? ""}>
          <option value="">Any texts</option>
          <Options options={textsOptions} />
        </select>
      </span>
      <span className="select">
        <select
          key={`${query.by} ${query.descending}`}
          name="sort"
          className="input"
          aria-label="Sort"
          defaultValue={`${query.descending ? "-" : ""}${query.by}`}
        >
          <Options options={orders} />
        </select>
      </span>
      <button type="submit" className="btn">
        Search
      </button>
      {(query.search || query.texts) && (
        <a className="btn btn-quiet" href={contactsAddress(query, { search: "", texts: null })}>
          Clear
        </a>
      )}
    </LiveForm>
  </search>
);
