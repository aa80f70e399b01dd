import { CONTACTS } from "@/lib/contacts/contacts-query";

export const CONTACT_FIELDS = `${CONTACTS}/fields`;
