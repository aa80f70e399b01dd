import { and } from "drizzle-orm";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import { contactsManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { ContactsFilter } from "./contacts-query";
import { fitting } from "./list";
import { isListed } from "./managed-contacts";

/** How many "all that match" are, of those whom the viewer may change; `most`: no further than one above it. */
export function countContacts(viewer: Viewer, filter: ContactsFilter, most: number): Promise<number> {
  const first = db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(contactsManagedBy(viewer), isListed, fitting(viewer, filter)))
    .limit(most + 1);
  return db.$count(first.as("first_of_them"));
}
