import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { listContactGroups } from "@/lib/contacts/groups/list";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { CONTACT_GROUPS, contactsIn } from "./address";

export const metadata: Metadata = { title: "Contact groups" };

export default async function ContactGroupsPage() {
  const viewer = await requireViewer("contacts.manage");
  const [groups, figure] = [await listContactGroups(viewer), await figures()];
  const add = (
    <ButtonLink href={`${CONTACT_GROUPS}/new`} variant="primary">
      + Add Group
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Contact groups"
        subtitle="Lists of contacts, to text them together or to find them again."
        back={{ href: CONTACTS, label: "Contacts" }}
        actions={groups.length > 0 && add}
      />
      <div className="card">
        {groups.length === 0 ? (
          <Empty title="No contact groups yet" sentence="A contact can be in several.">
            {add}
          </Empty>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Contacts</th>
                <th scope="col">
                  <span className="sr-only">Edit</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ id, name, count }) => (
                <tr key={id}>
                  <td className="wrap-anywhere font-medium">
                    <a href={contactsIn(id)}>{name}</a>
                  </td>
                  <td>{figure(count)}</td>
                  <td className="text-right">
                    <a className="link" href={`${CONTACT_GROUPS}/${id}`} aria-label={`Edit ${name}`}>
                      Edit
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
