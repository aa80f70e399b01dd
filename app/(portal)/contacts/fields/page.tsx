import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { holdsEverywhere } from "@/lib/access/can";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { listContactFields, MOST_FIELDS } from "@/lib/contacts/fields/list";
import { requireViewer } from "@/lib/web/viewer";
import { CONTACT_FIELDS } from "./address";

export const metadata: Metadata = { title: "Contact Fields" };

export default async function ContactFieldsPage() {
  const viewer = await requireViewer("contacts.manage");
  const fields = await listContactFields(viewer);
  const manages = holdsEverywhere(viewer, "contacts.manage");
  const add = manages && fields.length < MOST_FIELDS && (
    <ButtonLink href={`${CONTACT_FIELDS}/new`} variant="primary">
      + Add Field
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Contact Fields"
        subtitle={`What ${viewer.accountName} notes of each contact, besides name, number and company.`}
        back={{ href: CONTACTS, label: "Contacts" }}
        actions={fields.length > 0 && add}
      />
      <div className="card">
        {fields.length === 0 ? (
          <Empty
            title="No fields of your own yet"
            sentence={
              manages
                ? "Add one, such as Plan or Renewal: it is filled in at a contact or by a file, and said in campaigns."
                : "Whoever manages all contacts of your company can add them."
            }
          >
            {add}
          </Empty>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">In a campaign’s text</th>
                {manages && (
                  <th scope="col">
                    <span className="sr-only">Edit</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {fields.map(({ id, name }) => (
                <tr key={id}>
                  <td className="wrap-anywhere font-medium">{name}</td>
                  <td className="wrap-anywhere text-ink-2">{`{${name}|…}`}</td>
                  {manages && (
                    <td className="text-right whitespace-nowrap">
                      <a className="link" href={`${CONTACT_FIELDS}/${id}`} aria-label={`Edit ${name}`}>
                        Edit
                      </a>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {manages && fields.length >= MOST_FIELDS && (
        <p className="mt-3 text-ink-2">A company has {MOST_FIELDS} of them at most.</p>
      )}
    </>
  );
}
