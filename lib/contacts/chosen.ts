import { and, inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { contacts } from "@/db/schema";
import { contactsManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { isListed } from "./managed-contacts";

/** A page of the list has no more. */
const MOST = 100;

/** Those of an address that are there for the viewer to change, by name. */
export async function contactsChosen(viewer: Viewer, asked: string | string[] | undefined) {
  const ids = [asked ?? []].flat().filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return [];
  return db
    .select({ id: contacts.id, name: contacts.name, phone: contacts.phone })
    .from(contacts)
    .where(and(contactsManagedBy(viewer), isListed, inArray(contacts.id, ids.slice(0, MOST))))
    .orderBy(contacts.name, contacts.id);
}
