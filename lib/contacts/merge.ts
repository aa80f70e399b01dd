import { and, eq, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import type { Written } from "@/db/schema/contacts/contacts";
import { contactsManagedBy } from "../access/scope";
import { fullName, type Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { idsOf } from "../id-list";
import { type Customer, optOutAll } from "../messages/consent";
import { readNumber } from "../numbers/read-number";
import { writtenOf } from "./contact-fields";
import { fieldsHeld, type Held, valuesOf } from "./fields/field-values";
import { isListed, type ManagedContact, managedAmong, mergedWith, nameAlike, subjectOf } from "./managed-contacts";
import { shownName } from "./shown-name";
import { BY_A_MERGE, stopsAmong } from "./stops-by-hand";

export const MergeContacts = z.object({
  contactId: z.uuid("Not found."),
  other: fields.line(160, "Enter the name or the phone number of the other contact."),
  once: fields.once,
});

/**
 * Two telephones of one person become one contact: the other one is shown with this one, by its name. Nothing moves: its
 * conversations go on from its own number. What this one lacked comes from the other, its groups too. Undone within
 * thirty days.
 */
export const mergeContacts = (viewer: Viewer, input: z.output<typeof MergeContacts>) =>
  change(viewer, input.once, async (c) => {
    await isThere(c, viewer, input.contactId);
    const otherId = await idOf(c, viewer, input);
    const both = await managedAmong(c, viewer, [input.contactId, otherId]);
    const [into, from] = [input.contactId, otherId].map((id) => both.find((each) => each.id === id));
    if (!into || !from) throw new Refused("They have just been changed. Load the page again.");
    const held = await fieldsHeld(c.tx, into.accountId);
    const merged = together(into, from, held);
    const along = await mergedWith(c, [from.id]);
    const others = await mergedWith(c, [into.id]);
    const before = { from: writtenOf(from), into: writtenOf(into), merged, along: idsOf(along) };
    await c.tx.update(contacts).set(merged).where(eq(contacts.id, into.id));
    await c.tx
      .update(contacts)
      .set({ mergedInto: into.id, mergedAt: sql`now()`, beforeMerge: before })
      .where(eq(contacts.id, from.id));
    await c.tx.update(contacts).set({ mergedInto: into.id }).where(eq(contacts.mergedInto, from.id));
    await nameAlike(c, { ...merged, id: into.id });
    await c.tx.execute(sql`insert into contact_group_members (account_id, group_id, contact_id)
      select account_id, group_id, ${into.id}::uuid from contact_group_members where contact_id = ${from.id}::uuid
      on conflict do nothing`);
    await stopTogether(c, viewer, [into, ...others], [from, ...along]);
    c.record("contact.merged", subjectOf(into), { other: shownName(from) });
    return { other: shownName(from) };
  });

/**
 * Who was opted out by hand is on the telephones that come together with theirs; what somebody said by text is for the number
 * that said it, also where they want texts again that were stopped with the others before.
 */
async function stopTogether(c: Change, viewer: Viewer, ones: readonly Customer[], others: readonly Customer[]) {
  const stops = await stopsAmong(
    c,
    viewer,
    [...ones, ...others].map(({ phone }) => phone),
  );
  const isStopped = ({ phone }: Customer) => stops.get(phone)?.isByHand || stops.get(phone)?.isByMerge;
  const concerned = [...(others.some(isStopped) ? ones : []), ...(ones.some(isStopped) ? others : [])];
  const texted = concerned.filter(({ phone }) => !stops.has(phone));
  if (texted.length === 0) return;
  const said = { source: BY_A_MERGE, words: WITH_ANOTHER, actorId: viewer.memberId, actorName: fullName(viewer) };
  await optOutAll(c.tx, texted, { how: "by hand", ...said });
}

const WITH_ANOTHER = "Their other telephone had opted out.";

/** Whoever may not change it is told nothing about others. Both are locked together, later, in one order. */
const isThere = (c: Change, viewer: Viewer, id: string) =>
  c.one(
    c.tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(contactsManagedBy(viewer), isListed, eq(contacts.id, id))),
  );

/** By the very number, or by the whole name, if one alone is called so. */
async function idOf(c: Change, viewer: Viewer, { contactId, other }: z.output<typeof MergeContacts>): Promise<string> {
  const number = readNumber(other, viewer.country);
  const called = sql`lower(${contacts.name}) = lower(${other})`;
  const found = await c.tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        contactsManagedBy(viewer),
        isListed,
        ne(contacts.id, contactId),
        number ? or(eq(contacts.phone, number.e164), called) : called,
      ),
    )
    .limit(2);
  const [one, another] = found;
  if (!one) throw new Refused("No other contact has this name or number.", { field: "other" });
  if (another) throw new Refused("Several contacts are called so. Enter the phone number.", { field: "other" });
  return one.id;
}

function together(into: ManagedContact, from: ManagedContact, held: Held): Written {
  const isNamed = Boolean(into.firstName || into.lastName);
  const { firstName, lastName } = isNamed ? into : from;
  const name = [firstName, lastName].join(" ").trim();
  const names = [...into.otherNames, ...(from.name === from.phone ? [] : [from.name]), ...from.otherNames];
  return {
    ...{ firstName, lastName },
    otherNames: [...new Set(names)].filter((each) => each !== name).slice(0, 20),
    company: into.company ?? from.company,
    email: into.email ?? from.email,
    timeZone: into.timeZone ?? from.timeZone,
    notes: [into.notes, from.notes].filter(Boolean).join("\n\n") || null,
    fieldValues: valuesOf(held, { ...from.fieldValues, ...into.fieldValues }, {}),
  };
}
