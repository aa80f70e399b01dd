import { CONTACTS } from "@/lib/contacts/contacts-query";

export const CONTACTS_IMPORT = `${CONTACTS}/import`;
