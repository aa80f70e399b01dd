import { z } from "zod";
import type { Written } from "@/db/schema/contacts/contacts";
import * as fields from "../fields";
import type { Home } from "../numbers/countries";

const otherNames = z
  .string()
  .default("")
  .transform((typed) => typed.split("\n").map((name) => name.trim()))
  .transform((names) => [...new Set(names.filter(Boolean))])
  .pipe(z.array(fields.line(160, "Enter a name.")).max(20, "Twenty names at most."));

/** What is typed about a contact. A name may be missing: then they are called by their number. */
export const contactShape = ({ country }: Home) => ({
  firstName: fields.firstName,
  lastName: fields.lastName,
  otherNames,
  phone: fields.textNumber(country),
  email: fields.optional(fields.email),
  company: fields.optional(fields.line(120, "Enter a company.")),
  timeZone: fields.optional(fields.timeZone),
  notes: fields.optional(fields.words("Write a note.")),
});

/** Of all that a form brings, what is kept of a contact. */
export const writtenOf = (contact: Written): Written => {
  const { firstName, lastName, otherNames, company, email, timeZone, notes, fieldValues } = contact;
  return { firstName, lastName, otherNames, company, email, timeZone, notes, fieldValues };
};

/** As history compares it. What the company's own fields hold is in no history, as notes are not. */
export const toldOf = ({ otherNames, fieldValues: _, ...written }: Written) => ({
  ...written,
  otherNames: otherNames.join(", "),
});

/** Nothing is known but the number. */
export const NOTHING: Written = {
  ...{ firstName: "", lastName: "", otherNames: [] },
  ...{ company: null, email: null, timeZone: null, notes: null, fieldValues: {} },
};
