import { type InvitationColumn, invitationColumnNames, invitationColumns } from "@/lib/invitations/read/columns";
import { ColumnsHelp } from "../../../columns/columns-help";

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

const WORDS =
  "A list from another program is read, too: you see which of its columns is read as what, and can change it. These are the columns of our own file; what is left empty is taken from the form.";

export const Columns = () => (
  <ColumnsHelp
    words={WORDS}
    template="/admin/users/invite/template"
    rows={invitationColumnNames.map((key) => ({ key, title: invitationColumns[key].title, ...HELP[key] }))}
  />
);
