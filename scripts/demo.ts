import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import {
  accounts,
  campaignGroups,
  campaignRecipients,
  campaigns,
  consentEvents,
  contactFields,
  contactGroupMembers,
  contactGroups,
  contacts,
  conversations,
  groups,
  lineAccess,
  linePace,
  links,
  logins,
  members,
  mentions,
  messages,
  numbers,
  optOuts,
  outbox,
  roleAssignments,
  subscriptionAsks,
  subscriptionLinks,
  texts,
  users,
} from "@/db/schema";
import { fullName } from "@/lib/access/viewer";
import { anyAccount } from "@/lib/accounts/any-account";
import { createAccount } from "@/lib/accounts/create";
import { hashPassword } from "@/lib/auth/password/hash-password";
import { type Change, change } from "@/lib/change";
import { demoNumbers } from "./support/demo/people";
import { before, type Groups, invitationOf, loginsOf, type Made, made, welcomeOf } from "./support/demo/rows";
import { textingRows } from "./support/demo/texting";
import { lastDays } from "./support/demo/working-days";

const COMPANY = "Harbor Dental";
const ZONE = "America/Los_Angeles";

/** A month, and a day for clocks elsewhere. */
const DAYS = 31;

const ANA = { firstName: "Ana", lastName: "Ruiz", username: "admin", email: "ana@harbordental.example" };

type Home = { accountId: string; rootGroupId: string; memberId: string };
type Staff = Made & { passwordHash: string };

/**
 * A company to look at, made while there is none: Ana Ruiz (`admin`, with this password) and about forty colleagues in
 * all states. Who is Active has the same password, hashed once. Nothing is mailed.
 */
export async function makeDemoIfEmpty({ password }: { password: string }): Promise<void> {
  if (await anyAccount()) return;
  const passwordHash = await hashPassword(password);
  const staff: Staff[] = made().map((person) => ({ ...person, passwordHash }));
  await change({ kind: "system", name: "Lineup" }, undefined, async (c) => {
    const home = await createAccount(c, { company: COMPANY, timeZone: ZONE, admin: { ...ANA, passwordHash } });
    await describeCompany(c, home);
    const places = await addGroups(c, home);
    const lines = await addNumbers(c, home, places);
    await addPeople(c, home, { staff, places, lines });
    await addTrails(c, home, staff);
    await addTexting(c, home, { staff, lines });
  });
}

async function describeCompany(c: Change, { accountId, memberId }: Home) {
  const company = {
    address: "1 Pier Street, Harbor City, CA",
    phone: "+14155550134",
    website: "https://harbordental.example/",
  };
  await c.tx.update(accounts).set(company).where(eq(accounts.id, accountId));
  const contactNumber = "+14155550190";
  await c.tx.update(users).set({ contactNumber }).where(eq(users.email, ANA.email));
  await c.tx
    .update(members)
    .set({ lastLoginAt: before(18) })
    .where(eq(members.id, memberId));
}

async function addGroups(c: Change, { accountId, rootGroupId }: Home): Promise<Groups> {
  const places = { main: rootGroupId, west: v7(), east: v7() };
  await c.tx.insert(groups).values([
    { id: places.west, accountId, parentId: rootGroupId, name: "West", isLocation: true },
    { id: places.east, accountId, parentId: rootGroupId, name: "East" },
  ]);
  return places;
}

async function addNumbers(c: Change, { accountId }: Home, places: Groups): Promise<string[]> {
  const rows = demoNumbers.map(({ place, ...number }) => ({ ...number, id: v7(), accountId, groupId: places[place] }));
  await c.tx.insert(numbers).values(rows);
  return rows.map((row) => row.id);
}

type Around = { staff: Staff[]; places: Groups; lines: string[] };

async function addPeople(c: Change, { accountId, memberId: ana }: Home, { staff, places, lines }: Around) {
  const line = (at: number) => lines[at] ?? "";
  await c.tx.insert(users).values(staff.map((person) => userRow(person, accountId)));
  await c.tx.insert(members).values(staff.map((person) => memberRow(person, { accountId, invitedBy: ana, line })));
  await c.tx
    .update(members)
    .set({ defaultNumberId: line(0) })
    .where(eq(members.id, ana));
  await c.tx
    .insert(roleAssignments)
    .values(staff.map(({ memberId, role, place }) => ({ accountId, memberId, role, groupId: places[place] })));
  const access = staff.flatMap(({ memberId, lines: theirs }) =>
    theirs.map((at) => ({ accountId, memberId, numberId: line(at) })),
  );
  await c.tx
    .insert(lineAccess)
    .values([...access, ...lines.map((numberId) => ({ accountId, memberId: ana, numberId }))]);
  for (const person of staff) c.record("member.added", { accountId, id: person.memberId, name: fullName(person) });
}

function userRow(person: Staff, homeAccountId: string): typeof users.$inferInsert {
  const { userId: id, firstName, lastName, username, email, timeZone = ZONE, state, passwordHash, hours } = person;
  const hasPassword =
    state === "Pending" ? { createdAt: before(hours ?? 0) } : { passwordHash, passwordChangedAt: before(5000) };
  return { id, homeAccountId, firstName, lastName, username, email, timeZone, createdAt: before(5001), ...hasPassword };
}

type Into = { accountId: string; invitedBy: string; line: (at: number) => string };

function memberRow(person: Staff, { accountId, invitedBy, line }: Into): typeof members.$inferInsert {
  const { memberId: id, userId, state, hours, lines } = person;
  const [first] = lines;
  return {
    id,
    accountId,
    userId,
    invitedBy,
    defaultNumberId: first === undefined ? null : line(first),
    acceptedAt: state === "Pending" ? null : before(5000),
    disabledAt: state === "Disabled" ? before((hours ?? 0) - 20) : null,
    lastLoginAt: state === "Pending" || hours === null ? null : before(hours),
    ...(person.role === "messaging-agent" && { products: ["texting", "chat"] }),
    ...(person.role === "viewer" && { products: ["reports"] }),
  };
}

async function addTrails(c: Change, { accountId, memberId }: Home, staff: Staff[]) {
  const pending = staff.filter((person) => person.state === "Pending");
  const entered = [{ memberId, hours: 18 }, ...staff.filter((person) => person.state !== "Pending")];
  await c.tx.insert(links).values(pending.map(invitationOf));
  const inviter = fullName(ANA);
  await c.tx
    .insert(outbox)
    .values(pending.map((person) => welcomeOf(person, { accountId, company: COMPANY, inviter })));
  await c.tx.insert(logins).values(entered.flatMap(loginsOf));
}

async function addTexting(c: Change, { accountId, memberId }: Home, { staff, lines }: Pick<Around, "staff" | "lines">) {
  const admin = { memberId, name: fullName(ANA) };
  const authorsOf = (line: number) =>
    staff
      .filter((person) => person.state === "Active" && person.role !== "viewer" && person.lines.includes(line))
      .map((person) => ({ memberId: person.memberId, name: fullName(person) }));
  const now = new Date();
  const office = { days: lastDays(DAYS, ZONE, now), now, numberIds: lines, authorsOf };
  const rows = textingRows({ accountId, timeZone: ZONE, admin, office });
  await c.tx.insert(contactFields).values(rows.contactFields);
  await c.tx.insert(contacts).values(rows.contacts);
  await c.tx.insert(contactGroups).values(rows.contactGroups);
  await c.tx.insert(contactGroupMembers).values(rows.contactGroupMembers);
  await c.tx.insert(conversations).values(rows.conversations);
  await c.tx.insert(messages).values(rows.messages);
  await c.tx.insert(mentions).values(rows.mentions);
  await c.tx.insert(texts).values(rows.texts);
  await c.tx.insert(optOuts).values(rows.optOuts);
  await c.tx.insert(consentEvents).values(rows.consentEvents);
  await c.tx.insert(linePace).values(rows.linePace);
  await c.tx.insert(campaigns).values(rows.campaigns);
  await c.tx.insert(campaignGroups).values(rows.campaignGroups);
  await c.tx.insert(campaignRecipients).values(rows.campaignRecipients);
  await c.tx.insert(subscriptionLinks).values(rows.subscriptionLinks);
  await c.tx.insert(subscriptionAsks).values(rows.subscriptionAsks);
}
