import { SortHeading } from "@/components/shell/sort-heading";
import {
  CONTACT_GROUPS,
  type ContactGroupsQuery,
  contactGroupsAddress,
  contactsIn,
} from "@/lib/contacts/groups/contact-groups-query";
import type { Figure } from "@/lib/text/figure";

type Row = { id: string; name: string; count: number };
type Props = { rows: readonly Row[]; query: ContactGroupsQuery; figure: Figure };

export const GroupsTable = ({ rows, query, figure }: Props) => (
  <table className="table">
    <thead>
      <tr>
        <SortHeading by="name" query={query} to={(sort) => contactGroupsAddress(query, sort)}>
          Name
        </SortHeading>
        <SortHeading by="contacts" query={query} to={(sort) => contactGroupsAddress(query, sort)}>
          Contacts
        </SortHeading>
        <th scope="col">
          <span className="sr-only">Edit</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, name, count }) => (
        <tr key={id}>
          <td className="who wrap-anywhere font-medium">
            <a href={contactsIn(id)}>{name}</a>
          </td>
          <td>{figure(count)}</td>
          <td className="edit text-right whitespace-nowrap">
            <a className="link" href={`${CONTACT_GROUPS}/${id}`} aria-label={`Edit ${name}`}>
              Edit
            </a>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
