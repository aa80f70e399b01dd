import type { ContactField } from "@/lib/contacts/fields/list";
import { type ContactColumn, contactColumnNames, contactColumns } from "@/lib/contacts/import/columns";
import { CONTACTS_IMPORT } from "./address";

const HELP: Record<ContactColumn, { what: string; example: string }> = {
  firstName: { what: "Left empty, it stays as it is.", example: "Nora" },
  lastName: { what: "The same.", example: "Quist" },
  phone: { what: "The only column that must be there, under any heading.", example: "(415) 555-0134" },
  email: { what: "An address.", example: "nora@example.com" },
  company: { what: "Where they work.", example: "Castle Bakery" },
  timeZone: { what: "By its IANA name.", example: "America/Chicago" },
  notes: { what: "What colleagues should know.", example: "Likes the window table" },
  group: { what: "Contact groups, between semicolons. One that isn’t there yet is made.", example: "Regulars; West" },
  consent: { what: "Whether they agreed to get texts: yes or no. Empty: as you say below.", example: "yes" },
  consentSource: { what: "How they agreed.", example: "Form at the desk" },
  blacklisted: { what: "Yes: they want no texts, and get none from then on.", example: "no" },
};

/** What a file of contacts may hold, for people who make one. */
export const Columns = ({ own }: { own: readonly ContactField[] }) => (
  <details className="wide min-w-0">
    <summary className="w-fit font-medium text-accent">Columns of the CSV file</summary>
    <p className="small mt-1">
      A list from another program is read, too: you see which of its columns is read as what, and can change it, or have
      it become a field of your own.{" "}
      <a className="link" href={`${CONTACTS_IMPORT}/template`} download>
        Download a template
      </a>
    </p>
    <div className="card mt-3">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">What it says</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {contactColumnNames.map((column) => (
            <tr key={column}>
              <td className="wrap-normal font-medium">{contactColumns[column].title}</td>
              <td>{HELP[column].what}</td>
              <td>{HELP[column].example}</td>
            </tr>
          ))}
          {own.map(({ key, name }) => (
            <tr key={key}>
              <td className="wrap-anywhere font-medium">{name}</td>
              <td>One of your own fields.</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
