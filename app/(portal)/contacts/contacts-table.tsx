import { SortHeading } from "@/components/shell/sort-heading";
import { type ContactsQuery, contactsAddress } from "@/lib/contacts/contacts-query";
import type { ContactRow } from "@/lib/contacts/list";
import { shownName } from "@/lib/contacts/shown-name";
import { formatNumber } from "@/lib/numbers/format-number";
import type { Eyes } from "@/lib/text/eyes";
import { saidTime } from "@/lib/text/time-words";
import { SelectAll } from "../rows/select-all";
import { type ContactLine, ContactRows } from "./contact-rows";

type Props = {
  rows: readonly ContactRow[];
  query: ContactsQuery;
  manages: boolean;
  eyes: Eyes;
};

/** On a phone a row is two lines: who, and by which number. */
export const ContactsTable = ({ rows, query, manages, eyes }: Props) => (
  <table className="table">
    <thead className="max-sm:hidden">
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
    <ContactRows lines={rows.map((row) => contactLine(row, eyes))} hasTicks={manages} />
  </table>
);

const contactLine = (row: ContactRow, eyes: Eyes): ContactLine => ({
  ...{ id: row.id, company: row.company, email: row.email, manages: row.manages },
  name: shownName(row),
  // It is the name already where nothing else is known.
  phone: row.name === row.phone ? null : formatNumber(row.phone),
  addedAt: saidTime(row.addedAt, eyes),
  texts: row.hasOptedOut ? "Opted out" : row.isUnreachable ? "Unreachable" : "Allowed",
});
