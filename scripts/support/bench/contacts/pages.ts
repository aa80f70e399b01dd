import { sql } from "drizzle-orm";
import { db } from "@/db";
import { packCursor } from "@/lib/paging";
import { CONTACT_WORDS } from "../../seed/contacts";
import type { ContactsCompany } from "./company";

/** The list of contacts by its addresses: in both orders, at its end, filtered, and searched in four ways. */
export async function contactPages({ accountId, groups }: ContactsCompany): Promise<Record<string, string>> {
  const [middle] = await db.execute<{ id: string; name: string }>(sql`select id, name from contacts
    where account_id = ${accountId} order by name, id offset (select count(*) / 2 from contacts where account_id = ${accountId}) limit 1`);
  if (!middle) throw new Error("there is no contact");
  const deep = packCursor({ key: [middle.name], id: middle.id, place: null });
  const search = (words: string) => `/contacts?search=${encodeURIComponent(words)}`;
  return {
    "Contacts, first page": "/contacts",
    "Contacts, newest": "/contacts?sort=-added",
    "Contacts, deep page": `/contacts?after=${deep}`,
    "Contacts, last page": "/contacts?before=last",
    "Contacts, a group": `/contacts?group=${groups.some}`,
    "Contacts, opted out": "/contacts?texts=opted-out",
    "Contacts, unreachable": "/contacts?texts=unreachable",
    "Contacts, common word": search(CONTACT_WORDS.common),
    "Contacts, rare word": search(CONTACT_WORDS.rare),
    "Contacts, no such word": search(CONTACT_WORDS.absent),
    "Contacts, two letters": search("qu"),
    "Contacts, a number": search("3030000"),
  };
}
