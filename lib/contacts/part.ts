import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import type { BeforeMerge, FieldValues, Written } from "@/db/schema/contacts/contacts";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { among } from "../id-list";
import { writtenOf } from "./contact-fields";
import { fieldsHeld, valuesOf } from "./fields/field-values";
import { managedContact, mergedWith, nameAlike, subjectOf } from "./managed-contacts";
import { shownName } from "./shown-name";
import { liftStops, stopsAmong } from "./stops-by-hand";

export const PartContacts = z.object({
  contactId: z.uuid("Not found."),
  otherId: z.uuid("Not found."),
  once: fields.once,
});

/** So long a merge can be undone. */
export const UNDONE_WITHIN = "30 days";

/** Of another telephone: with which one, that was merged into the same contact, it came, and goes back. The last to bring it. */
export const cameWith = sql<string | null>`(select w.id from contacts w where w.merged_into = contacts.merged_into
  and w.before_merge -> 'along' @> to_jsonb(contacts.id::text) order by w.merged_at desc limit 1)`;

/**
 * Each is as they were before the merge, but for what somebody has changed since; what came along goes back, too. Who got
 * no texts for the other's sake alone gets them again.
 */
export const partContacts = (viewer: Viewer, input: z.output<typeof PartContacts>) =>
  change(viewer, input.once, async (c) => {
    const into = await managedContact(c, viewer, input.contactId);
    const other = await c.one(
      c.tx
        .select({
          id: contacts.id,
          accountId: contacts.accountId,
          phone: contacts.phone,
          before: contacts.beforeMerge,
          cameWith,
          mergedAt: contacts.mergedAt,
          isOver: sql<boolean>`coalesce(${contacts.mergedAt} < now() - ${UNDONE_WITHIN}::interval, true)`,
        })
        .from(contacts)
        .where(and(eq(contacts.id, input.otherId), eq(contacts.mergedInto, into.id)))
        .for("no key update"),
    );
    if (!other.before || !other.mergedAt || other.isOver)
      throw new Refused("It is too late to undo this: it was more than thirty days ago.");
    if (other.cameWith) throw new Refused("It came here with another telephone. Undo that one first.");
    const { from, merged, into: was, along = [] } = other.before;
    await liftParted(c, viewer, { into, other, along, mergedAt: other.mergedAt });
    const held = await fieldsHeld(c.tx, other.accountId);
    const back = valuesOf(held, valuesBack(into.fieldValues, { merged, was }), {});
    const theirs = from.fieldValues && { fieldValues: valuesOf(held, from.fieldValues, {}) };
    const left = { ...unlessChanged(writtenOf(into), { merged, was }), fieldValues: back };
    await c.tx.update(contacts).set(left).where(eq(contacts.id, into.id));
    // What came by the merge has its very time.
    await c.tx.execute(sql`delete from contact_group_members m using contact_group_members theirs
      where m.contact_id = ${into.id}::uuid and theirs.contact_id = ${other.id}::uuid
        and theirs.group_id = m.group_id and m.added_at = (select merged_at from contacts where id = ${other.id}::uuid)`);
    const free = { mergedInto: null, mergedAt: null, beforeMerge: null };
    await c.tx
      .update(contacts)
      .set({ ...from, ...theirs, ...free })
      .where(eq(contacts.id, other.id));
    await c.tx
      .update(contacts)
      .set({ mergedInto: other.id })
      .where(and(eq(contacts.mergedInto, into.id), among(contacts.id, along)));
    await nameAlike(c, { ...from, id: other.id });
    await nameAlike(c, { ...left, id: into.id });
    const name = [from.firstName, from.lastName].join(" ").trim() || other.phone;
    const called = shownName({ name, phone: other.phone });
    c.record("contact.parted", subjectOf(into), { other: called });
    return { other: called };
  });

type Telephone = { id: string; phone: string };
type Parted = { into: Telephone; other: Telephone; along: readonly string[]; mergedAt: Date };

/**
 * Who is stopped for the sake of a telephone that is not theirs any more, and of none that still is. What only this merge
 * has brought goes with it; another's goes with whom it came from.
 */
async function liftParted(c: Change, viewer: Viewer, { into, other, along, mergedAt }: Parted): Promise<void> {
  const all = [into, ...(await mergedWith(c, [into.id]))];
  const stops = await stopsAmong(c, viewer, phonesOf(all));
  const isTheirs = ({ id }: Telephone) => id === other.id || along.includes(id);
  const sides = [all.filter((each) => !isTheirs(each)), all.filter(isTheirs)].map(phonesOf);
  const byHand = sides.map((side) => side.some((phone) => stops.get(phone)?.isByHand));
  const over = sides.flatMap((side, n) =>
    side.filter((phone) => {
      const stop = stops.get(phone);
      if (!stop?.isDoneOnce || !stop.isByMerge || byHand[n]) return false;
      return byHand[1 - n] || +stop.since === +mergedAt;
    }),
  );
  await liftStops(c, viewer, over);
}

const phonesOf = (telephones: readonly Telephone[]) => telephones.map(({ phone }) => phone);

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

type Merged = Pick<BeforeMerge, "merged"> & { was: BeforeMerge["into"] };

/** Field by field, as below. */
function valuesBack(now: FieldValues, { merged, was }: Merged): FieldValues {
  const [then, made] = [was.fieldValues ?? {}, merged.fieldValues ?? {}];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(then)])];
  const back = keys.map((key) => [key, now[key] === made[key] ? then[key] : now[key]]);
  return Object.fromEntries(back.filter(([, value]) => value !== undefined));
}

type Kept = Omit<Written, "fieldValues">;

function unlessChanged(now: Written, { merged, was }: Merged): Kept {
  const back = <K extends keyof Kept>(key: K): Kept[K] => (isSame(now[key], merged[key]) ? was[key] : now[key]);
  return {
    firstName: back("firstName"),
    lastName: back("lastName"),
    otherNames: back("otherNames"),
    company: back("company"),
    email: back("email"),
    timeZone: back("timeZone"),
    notes: back("notes"),
  };
}
