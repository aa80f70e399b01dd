import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import {
  campaignGroups,
  campaignRecipients,
  campaigns,
  contactGroupMembers,
  contactGroups,
  groups,
  messages,
  roleAssignments,
  subscriptionLinks,
  users,
} from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeField } from "../carrier/campaigns";
import { type Company, makeCompany, type Person, unique, type Wishes } from "../cast";
import { makeTalk } from "../talk";

/**
 * Companies in which everything says by its own words where it belongs, so that an answer that holds such a word tells
 * more than it should. All have capitals, names and addresses too: whoever looks for them in another case finds them.
 */
export const MARKS = {
  /** The group beside, its people, numbers, emails and history. */
  east: "Zeast",
  /** The groups above West and East, and people, numbers and emails there. */
  above: "Zabove",
  /** Somebody with a role in West and another in East. */
  both: "Zboth",
  /** West itself, for those who may see nobody there. */
  west: "Zwest",
  /** What was once so in West, for those who may not read its history. */
  past: "Zpast",
  /** Another company. */
  other: "Zother",
  /** A guest who has not joined: known by the address alone. */
  hidden: "Zhidden",
} as const;

export type Mark = keyof typeof MARKS;

/** Somebody whose every word has the mark. */
const marked = (mark: Mark, wishes: Wishes & { first?: string } = {}): Wishes => {
  const { first = "Olo", ...rest } = wishes;
  const own = `${MARKS[mark]}.${first}.${unique()}`;
  return {
    name: `${first}${MARKS[mark]} Mc${MARKS[mark]}`,
    username: own,
    email: `${own}@${MARKS[mark]}.Example`,
    ...rest,
  };
};

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** The root, under it Coast, under that West (with a store) and East; beside it all another company. */
export async function makeWorld() {
  const [company, other] = [await makeCompany({ name: "Harbour" }), await makeCompany({ name: "Beacon" })];
  await writeDb
    .update(groups)
    .set({ name: `Main ${MARKS.above}` })
    .where(eq(groups.id, company.rootGroupId));
  const coast = await company.group(`Coast ${MARKS.above}`);
  const west = await company.group("Willow", coast.id);
  const east = await company.group(`East ${MARKS.east}`, coast.id);
  const store = await company.group(MARKS.past, west.id);
  const eastStore = await company.group(`Store ${MARKS.east}`, east.id);
  const lines = {
    above: await company.number({ groupId: coast.id, label: `${MARKS.above} desk` }),
    west: await company.number({ groupId: west.id, label: `${MARKS.west} desk` }),
    /** The one line of those who see nobody. */
    own: await company.number({ groupId: west.id, label: "Front desk" }),
    east: await company.number({ groupId: east.id, label: `${MARKS.east} desk` }),
    other: await other.number({ label: `${MARKS.other} desk` }),
  };
  const people = await peopleOf(company, { coast: coast.id, west: west.id, store: store.id, east: east.id, lines });
  const strangers = await strangersOf(other, lines.other);
  const talkOn = async (line: { id: string }, word: string) => {
    const talk = await makeTalk({ line, name: `Cato ${word}`, lines: [`Hello from ${word}`, `> Goodbye ${word}`] });
    const media = [{ url: `https://api.twilio.com/${word}`, type: "image/png" }];
    const first = and(eq(messages.conversationId, talk.id), eq(messages.seq, 1));
    const [message] = await writeDb.update(messages).set({ media }).where(first).returning({ id: messages.id });
    return { ...talk, firstId: message?.id ?? "" };
  };
  const talks = {
    above: await talkOn(lines.above, MARKS.above),
    east: await talkOn(lines.east, MARKS.east),
    own: await talkOn(lines.own, "Somewhere"),
    other: await talkOn(lines.other, MARKS.other),
  };
  const places = { above: talks.above, east: talks.east, other: talks.other };
  const grouped = await Promise.all(
    Object.entries(places).map(([mark, talk]) =>
      contactGroupOf(talk, `Regulars ${MARKS[mark as keyof typeof places]}`),
    ),
  );
  const campaignIds = await Promise.all(
    Object.entries(lines).map(([name, { id }]) => campaignOf(name === "other" ? other : company, id, wordAt(name))),
  );
  // To a group of East goes its own campaign, and one from West.
  const buyers = await contactGroupOf(await talkOn(lines.east, MARKS.east), `Buyers ${MARKS.east}`);
  const [, , ofOwn = "", ofEast = ""] = campaignIds;
  await writeDb
    .insert(campaignGroups)
    .values([ofOwn, ofEast].map((campaignId) => ({ accountId: company.accountId, campaignId, groupId: buyers })));
  // Of West's own campaign somebody waits with whom only East talks.
  const { accountId, contactId } = await talkOn(lines.east, MARKS.east);
  const waits = { phone: `+1 ${MARKS.east}`, zone: "UTC" };
  await writeDb.insert(campaignRecipients).values({ accountId, contactId, campaignId: ofOwn, ...waits });
  // A link of a line of West's leads to that group, and each line has one to a group of its own.
  const linked: [string, { accountId: string }, string, string][] = [
    [lines.own.id, company, buyers, "Somewhere"],
    [lines.east.id, company, buyers, MARKS.east],
    [lines.above.id, company, grouped[0] ?? "", MARKS.above],
    [lines.other.id, other, grouped[2] ?? "", MARKS.other],
  ];
  await writeDb.insert(subscriptionLinks).values(
    linked.map(([numberId, { accountId }, groupId, word]) => ({
      ...{ accountId, numberId, groupId, wording: `News from ${word}`, token: `${unique()}${word}` },
    })),
  );
  const visitor = await other.endUser({ name: "Vera Lind", username: `Vera.Lind.${unique()}` });
  return {
    company,
    other,
    groups: { coast, west, east, store, eastStore, other: await other.group(`Store ${MARKS.other}`) },
    lines,
    talks,
    contactGroups: grouped,
    // The company's own is said by all its campaigns: of those in other groups it tells no name.
    contactFields: [
      (await makeField(company.accountId, "Last visit")).id,
      (await makeField(other.accountId, `Plan ${MARKS.other}`)).id,
    ],
    campaigns: campaignIds,
    people: { ...people, ...strangers },
    /** Whose login belongs to the other company, and who may work in West. */
    foreign: await company.guest(visitor, { groupId: west.id, lines: [lines.own] }),
  };
}

const wordAt = (line: string) => (line in MARKS ? MARKS[line as Mark] : "Somewhere");

async function campaignOf({ accountId, ana }: Company, numberId: string, word: string) {
  const id = v7();
  const by = { madeBy: ana.memberId, madeByName: `Cam ${word}` };
  await writeDb
    .insert(campaigns)
    .values({ id, accountId, numberId, name: `Sale ${word}`, body: `Hello {last name|${word}} {last visit|x}`, ...by });
  await writeDb
    .insert(campaignRecipients)
    .values({ accountId, campaignId: id, contactId: v7(), phone: `+1 ${word}`, zone: "UTC", messageId: v7() });
  return id;
}

async function contactGroupOf({ accountId, contactId }: { accountId: string; contactId: string }, name: string) {
  const groupId = v7();
  await writeDb.insert(contactGroups).values({ id: groupId, accountId, name });
  await writeDb.insert(contactGroupMembers).values({ accountId, groupId, contactId });
  return groupId;
}

type Places = { coast: string; west: string; store: string; east: string; lines: Record<string, { id: string }> };

async function peopleOf(company: Company, { coast, west, store, east, lines }: Places) {
  const [line, ownLine, eastLine] = [lines.west, lines.own, lines.east].map((each) => (each ? [each] : []));
  const both = await company.endUser(marked("both", { groupId: west, lines: line ?? [] }));
  await writeDb.insert(roleAssignments).values({ ...both, role: "viewer", groupId: east });
  return {
    both,
    above: await company.endUser(marked("above", { groupId: coast })),
    westAdmin: await company.admin({ name: "Wes Adair", groupId: west, lines: line ?? [] }),
    westViewer: await company.endUser({ name: "Wyn Viewer", groupId: west, role: "viewer" }),
    westUser: await company.endUser({ name: "Una West", groupId: west, lines: ownLine ?? [] }),
    west: await company.endUser(marked("west", { groupId: store, lines: line ?? [] })),
    westPending: await company.pending(marked("west", { first: "Pia", groupId: west })),
    eastAdmin: await company.admin(marked("east", { first: "Edda", groupId: east, lines: eastLine ?? [] })),
    east: await company.endUser(marked("east", { groupId: east, lines: eastLine ?? [] })),
    eastPending: await company.pending(marked("east", { first: "Pia", groupId: east })),
    eastDisabled: await company.disabled(marked("east", { first: "Dan", groupId: east })),
  } satisfies Record<string, Person>;
}

async function strangersOf(other: Company, line: { id: string }) {
  const hidden = await other.endUser(marked("hidden", { email: `Known.Address.${unique()}@Mail.Example` }));
  const contact = { contactNumber: "+493012345678", timeZone: "Asia/Kathmandu" };
  await writeDb.update(users).set(contact).where(eq(users.id, hidden.userId));
  return {
    hidden,
    otherAdmin: await other.admin(marked("other", { first: "Odo", lines: [line] })),
    other: await other.endUser(marked("other", { lines: [line] })),
    otherPending: await other.pending(marked("other", { first: "Pia" })),
  } satisfies Record<string, Person>;
}
