import { CONTACTS } from "@/lib/contacts/contacts-query";

export const CONTACT_GROUPS = `${CONTACTS}/groups`;

/** Who is in one, in the list of contacts. */
export const contactsIn = (groupId: string) => `${CONTACTS}?group=${groupId}`;
