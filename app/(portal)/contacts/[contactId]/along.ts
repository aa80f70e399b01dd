import type { Along } from "@/components/form/along";

/** What is known of a contact, in one form by this id, for whoever may change it. */
export const CONTACT_FORM = "contact";

/** Everything else that they may do here goes with it: see components/form/along.ts. */
export const along = (act: string): Along => ({ form: CONTACT_FORM, act });
