import { asc, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import {
  campaignRecipients,
  campaigns,
  consentEvents,
  contactFields,
  contactGroupMembers,
  contactGroups,
  contacts,
} from "@/db/schema";
import { writeDb } from "@/db/write";
import { isOpen } from "@/lib/campaigns/hours";
import { AddCampaign, addCampaign } from "@/lib/campaigns/save";
import { startCampaign } from "@/lib/campaigns/start";
import { nameKey } from "@/lib/contacts/fields/name-key";
import { onceKey, type Person, unique, viewerOf } from "../cast";

const ZONES = [
  "Pacific/Honolulu",
  "America/New_York",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Pacific/Auckland",
];

/** A zone whose hours it is now, and one whose hours it is not. */
export async function zonesNow() {
  const rows = await writeDb.execute<{ zone: string; open: boolean }>(sql`
    select z as zone, ${isOpen(sql`now()`, sql`z`)} as open from unnest(${sql.param(ZONES)}::text[]) z`);
  const of = (open: boolean) => rows.find((row) => row.open === open)?.zone ?? "UTC";
  return { open: of(true), closed: of(false) };
}

type Member = Partial<typeof contacts.$inferInsert> & { hasAgreed?: false };

/** A contact group and who is in it, whose hours it is; all of them have agreed, unless it is said otherwise. */
export async function makeContactGroup(accountId: string, people: readonly Member[]) {
  const group = { id: v7(), accountId, name: `Group ${unique()}` };
  await writeDb.insert(contactGroups).values(group);
  const { open } = await zonesNow();
  const rows = people.map(({ hasAgreed: _, ...person }) => ({
    ...{ accountId, timeZone: open, phone: somePhone(), ...person },
    id: v7(),
  }));
  if (rows.length === 0) return { ...group, people: rows };
  await writeDb.insert(contacts).values(rows);
  await writeDb
    .insert(contactGroupMembers)
    .values(rows.map(({ id: contactId }) => ({ accountId, groupId: group.id, contactId })));
  const agreed = rows.filter((_, at) => people[at]?.hasAgreed !== false);
  if (agreed.length > 0)
    await writeDb
      .insert(consentEvents)
      .values(agreed.map(({ phone }) => ({ accountId, phone, kind: "in" as const, source: "by hand" })));
  return { ...group, people: rows };
}

/** One of a company's own fields of contacts. */
export async function makeField(accountId: string, name: string): Promise<{ id: string; key: string }> {
  const id = v7();
  const [made] = await writeDb
    .insert(contactFields)
    .values({ id, accountId, name, nameKey: nameKey(name) })
    .returning({ id: contactFields.id, key: contactFields.key });
  if (!made) throw new Error("the field was not made");
  return made;
}

let made = 0;
/** Nobody else's in this process. */
const somePhone = () => `+1${303 + (process.pid % 600)}${String(2_000_000 + made++)}`;

type Draft = { by: Person; line: { id: string }; group: { id: string } };

/** A draft as its form makes it; `form`: what is typed otherwise. */
export async function makeDraft({ by, line, group }: Draft, form: Record<string, unknown> = {}): Promise<string> {
  const typed = { name: "Spring sale", from: line.id, group: [group.id], message: "Hello", once: onceKey(), ...form };
  return (await addCampaign(await viewerOf(by), AddCampaign.parse(typed))).id;
}

export async function campaignRow(id: string) {
  const [row] = await writeDb.select().from(campaigns).where(eq(campaigns.id, id));
  if (!row) throw new Error("there is no such campaign");
  return row;
}

export const recipientsOf = (id: string) =>
  writeDb
    .select()
    .from(campaignRecipients)
    .where(eq(campaignRecipients.campaignId, id))
    .orderBy(asc(campaignRecipients.phone));

/** As it is now, by the button. */
export async function begin(id: string, by: Person) {
  const { revision } = await campaignRow(id);
  return startCampaign(await viewerOf(by), { campaignId: id, revision, once: onceKey() });
}

/** What "Pause", "Resume" and "Stop" send. */
export const held = async (id: string, by: Person) =>
  [await viewerOf(by), { campaignId: id, once: onceKey() }] as const;
