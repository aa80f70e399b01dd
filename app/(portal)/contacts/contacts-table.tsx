import { Time } from "@/app/time";
import { SortHeading } from "@/components/shell/sort-heading";
import { Pill } from "@/components/ui/pill";
import { CONTACTS, type ContactsQuery, contactsAddress } from "@/lib/contacts/contacts-query";
import type { ContactRow } from "@/lib/contacts/list";
import { shownName } from "@/lib/contacts/shown-name";
import { formatNumber } from "@/lib/numbers/format-number";
import type { Eyes } from "@/lib/text/eyes";
import { SelectAll } from "../rows/select-all";

type Props = {
  rows: readonly ContactRow[];
  query: ContactsQuery;
  manages: boolean;
  eyes: Eyes;
};

const hiddenBelow = "max-sm:hidden";

/** On a phone a row is two lines: who, and by which number. */
export const ContactsTable = ({ rows, query, manages, eyes }: Props) => (
  <table className="table">
    <thead className={hiddenBelow}>
      <tr>
        {manages && (
          <th scope="col" className="w-10 [&>input]:align-middle">
            <SelectAll />
          </th>
        )}
        <SortHeading by="name" query={query} to={(sort) => contactsAddress(query, sort)}>
          Name
        </SortHeading>
        <th scope="col">Phone Number</th>
        <th scope="col" className="max-lg:hidden">
          Company
        </th>
        <th scope="col" className="max-lg:hidden">
          Email
        </th>
        <th scope="col">Texts</th>
        <SortHeading by="added" query={query} to={(sort) => contactsAddress(query, sort)}>
          Added
        </SortHeading>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id} className="max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:items-center">
          {manages && (
            <td className="tick max-sm:row-span-2">
              {row.manages && (
                <input
                  type="checkbox"
                  name="contact"
                  value={row.id}
                  className="align-middle"
                  aria-label={`Select ${shownName(row)}`}
                />
              )}
            </td>
          )}
          <td
            className="who max-w-60 overflow-hidden text-ellipsis whitespace-nowrap font-medium"
            title={shownName(row)}
          >
            <a href={`${CONTACTS}/${row.id}`}>{shownName(row)}</a>
          </td>
          <td className="whitespace-nowrap text-ink-2 max-sm:col-start-2 max-sm:row-start-2 max-sm:pt-0">
            {formatNumber(row.phone)}
          </td>
          <td
            className="max-w-48 overflow-hidden text-ellipsis whitespace-nowrap max-lg:hidden"
            title={row.company ?? ""}
          >
            {row.company}
          </td>
          <td
            className="max-w-60 overflow-hidden text-ellipsis whitespace-nowrap max-lg:hidden"
            title={row.email ?? ""}
          >
            {row.email}
          </td>
          <td className="max-sm:col-start-3 max-sm:row-start-1">
            {row.hasOptedOut ? (
              <Pill tone="off">Opted out</Pill>
            ) : row.isUnreachable ? (
              <Pill tone="bad">Unreachable</Pill>
            ) : (
              <span className={hiddenBelow}>Allowed</span>
            )}
          </td>
          <td className={`whitespace-nowrap text-ink-2 ${hiddenBelow}`}>
            <Time at={row.addedAt} {...eyes} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
