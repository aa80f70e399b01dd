import { z } from "zod";
import * as fields from "../fields";
import type { Home } from "../numbers/countries";

/** What an Admin says about a person, new or known. */
export const personFields = ({ country }: Home) => ({
  firstName: fields.firstName,
  lastName: fields.lastName,
  defaultNumber: fields.optional(z.uuid("Choose one of your company's numbers.")),
  contactNumber: fields.optional(fields.phone(country)),
  timeZone: fields.timeZone,
  email: fields.email,
});
