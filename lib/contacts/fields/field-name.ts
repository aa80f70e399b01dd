import * as fields from "../../fields";
import { likeness } from "../../import/lexicon";
import { meanings, secrets } from "../../import/meanings";
import { contactColumns } from "../import/columns";
import { nameKey } from "./name-key";

/** What every contact has, and what else our files and a campaign's text call something else. */
const TAKEN = new Set(
  [
    ...Object.values(contactColumns).map(({ title }) => title),
    ...["Full Name", "Name", "Other Names", "Texts", "Added", "Problem", "Not read", "New field", "Unsubscribe link"],
  ].map(nameKey),
);

/** By such a heading it is known who somebody is: a column of it is that. */
const WHO = [...Object.values(meanings), contactColumns.phone.lexicon];

const isTaken = (name: string) => TAKEN.has(nameKey(name)) || WHO.some((lexicon) => likeness(name, lexicon) >= 0.9);

/** It is a heading of files, the label of a form and a word in braces in texts: none of them may be broken by it. */
export const fieldName = fields
  .line(40, "Enter a name, such as Plan.")
  .refine((name) => /^[\p{L}\p{N}]/u.test(name), "Begin with a letter or a digit.")
  .refine((name) => !/[{}|]/.test(name), "Leave braces and bars away: texts use them.")
  .refine((name) => !isTaken(name), "Every contact has that already. Choose another name.")
  .refine((name) => likeness(name, secrets) === 0, "Passwords and codes are not kept here. Choose another name.");
