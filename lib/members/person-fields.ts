import { z } from "zod";
import * as fields from "../fields";

/** What an Admin says about a person, new or known. */
export const personFields = {
  firstName: fields.firstName,
  lastName: fields.lastName,
  defaultNumber: fields.optional(z.uuid("Choose one of your company's numbers.")),
  contactNumber: fields.optional(fields.phone),
  timeZone: fields.timeZone,
  email: fields.email,
};
