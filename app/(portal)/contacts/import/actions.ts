"use server";

import { AnswerImport, answerImport } from "@/lib/contacts/import/answer";
import { PreviewContacts, previewContacts } from "@/lib/contacts/import/preview";
import { goTo } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { CONTACTS_IMPORT } from "./address";

export const preview = formAction(PreviewContacts, previewContacts, ({ importId }) =>
  goTo(`${CONTACTS_IMPORT}/${importId}`),
);

const SAID = {
  read: "The list is read as you chose. Look it over.",
  "read instead": "You changed how the columns are read. Look it over, then Import.",
  nothing: undefined,
  import: undefined,
};

export const answer = formAction(AnswerImport, answerImport, ({ importId, did }) =>
  goTo(`${CONTACTS_IMPORT}/${importId}`, SAID[did]),
);
