import { type InvitationColumn, invitationColumnNames, invitationColumns } from "@/lib/invitations/read/columns";

const HELP: Record<InvitationColumn, { what: string; example: string }> = {
  email: { what: "The only column that must be there, under any heading.", example: "ana@example.com" },
  firstName: { what: "Left empty, the person fills it in.", example: "Ana" },
  lastName: { what: "The same.", example: "Silva" },
  roles: {
    what: "One or several between semicolons; with @, at another group than the row's.",
    example: "End User; Viewer @ West > Store 4",
  },
  group: { what: "By its name, or by its path where several have the same name.", example: "West > Store 4" },
  products: { what: "Between semicolons, or All, or None.", example: "Texting; Chat" },
  lines: {
    what: "Numbers or their labels, between semicolons, or None. The first is the default.",
    example: "(415) 555-0134",
  },
};

/** What a CSV file may hold, for people who make one. */
export function Columns() {
  return (
    <details className="wide min-w-0">
      <summary className="w-fit font-medium text-accent">Columns of the CSV file</summary>
      <p className="small mt-1">
        A list from another program is read, too: you see which of its columns is read as what, and can change it. These
        are the columns of our own file; what is left empty is taken from the form.{" "}
        <a className="link" href="/admin/users/invite/template" download>
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
            {invitationColumnNames.map((column) => (
              <tr key={column}>
                <td className="wrap-normal font-medium">{invitationColumns[column].title}</td>
                <td>{HELP[column].what}</td>
                <td>{HELP[column].example}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
