import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts, optOuts } from "@/db/schema";
import { contactsWithin } from "../access/scope";
import { isListed } from "../contacts/managed-contacts";
import { formatNumber } from "../numbers/format-number";
import { searching } from "../text/search";
import { holding } from "../text/search-column";
import type { Source } from "./source";

/** Contacts whom the viewer sees, but for the one it is about, by any part of a name or number; the value is the number that a text goes to. */
export const contactsToText: Source = {
  async find(viewer, { search, skip, most, about }) {
    const others = about ? ne(contacts.id, about) : undefined;
    const begins = search ? [desc(sql`strpos(search_form(${contacts.name}), search_form(${search})) = 1`)] : [];
    const rows = await db
      .select({ name: contacts.name, phone: contacts.phone, hasOptedOut: sql<boolean>`${optOuts.phone} is not null` })
      .from(contacts)
      .leftJoin(optOuts, and(eq(optOuts.accountId, contacts.accountId), eq(optOuts.phone, contacts.phone)))
      .where(and(contactsWithin(viewer), isListed, others, searching(search, viewer, holding(contacts.search))))
      .orderBy(...begins, asc(contacts.name), asc(contacts.id))
      .offset(skip)
      .limit(most);
    return rows.map(({ name, phone, hasOptedOut }) => {
      const number = formatNumber(phone);
      const note = [name !== phone && number, hasOptedOut && "opted out"].filter(Boolean).join(" · ");
      return { value: phone, label: name === phone ? number : name, ...(note && { note }) };
    });
  },
  one: async () => [],
  whole: async () => [],
};
