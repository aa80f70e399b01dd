import type { ContactField } from "@/lib/contacts/fields/list";
import { type ContactColumn, contactColumnNames, contactColumns } from "@/lib/contacts/import/columns";
import { ColumnsHelp } from "../../columns/columns-help";
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

const WORDS =
  "A list from another program is read, too: you see which of its columns is read as what, and can change it, or have it become a field of your own.";

/** With the company's own fields. */
export const Columns = ({ own }: { own: readonly ContactField[] }) => (
  <ColumnsHelp
    words={WORDS}
    template={`${CONTACTS_IMPORT}/template`}
    rows={[
      ...contactColumnNames.map((key) => ({ key, title: contactColumns[key].title, ...HELP[key] })),
      ...own.map(({ key, name }) => ({
        key,
        title: name,
        what: "One of your own fields.",
        example: "",
        wraps: true as const,
      })),
    ]}
  />
);
