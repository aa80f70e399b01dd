import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { members } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { LogIn, logIn } from "@/lib/auth/log-in";
import { PreviewContacts, previewContacts } from "@/lib/contacts/import/preview";
import { optOutContacts } from "@/lib/contacts/opt-out";
import { claimConversation } from "@/lib/conversations/claim";
import { keepForm } from "@/lib/forms/keep-form";
import { readOwner, sealOwner } from "@/lib/forms/owner";
import { AssignUser, assignUser } from "@/lib/groups/assign";
import { RenameGroup, renameGroup } from "@/lib/groups/rename";
import { ResendInvitation, resendInvitation } from "@/lib/invitations/resend";
import { DisableMember, disableMember } from "@/lib/members/disable";
import { editMember } from "@/lib/members/edit";
import { EnableMember, enableMember } from "@/lib/members/enable";
import { GiveLine, giveLine } from "@/lib/numbers/give-line";
import { SendReset, sendReset } from "@/lib/users/send-reset";
import { onceKey, PASSWORD, type Person, viewerOf, visitor } from "../cast";
import { emailTo } from "../emails";
import { editFormOf } from "../forms/edit-form";
import { csv, invite, preview } from "../inviting";
import { MARKS, type World } from "./world";

/** Where they log in from: whoever finds the address in an answer knows more of their days than they should. */
export const ADDRESSES = { east: "10.77.77.77", west: "10.66.66.66", other: "10.88.88.88", hidden: "10.99.99.99" };

/** The page on which everybody left a form. */
const PAGE = "/admin/users/new";

export type Traces = Awaited<ReturnType<typeof liveIn>>;

/** Everywhere something happens, by the verbs themselves: history, emails, logins, lists of people, forms left behind. */
export async function liveIn(world: World) {
  const { people, groups, lines } = world;
  const [westAdmin, eastAdmin, otherAdmin] = await Promise.all(
    [people.westAdmin, people.eastAdmin, people.otherAdmin].map(viewerOf),
  );
  if (!westAdmin || !eastAdmin || !otherAdmin) throw new Error("there is nobody to act");
  await rename(westAdmin, groups.store, `${MARKS.west} store`);
  await rename(eastAdmin, groups.eastStore, `Shop ${MARKS.east}`);
  const hidden = await inviteHidden(westAdmin, world);
  const acting = [
    { by: westAdmin, on: people.west, pending: people.westPending, line: lines.west },
    { by: eastAdmin, on: people.east, pending: people.eastPending, line: lines.east },
    { by: otherAdmin, on: people.other, pending: people.otherPending, line: lines.other },
  ];
  for (const { by, on, pending, line } of acting) {
    await disableMember(by, DisableMember.parse({ memberId: on.memberId, once: onceKey() }));
    await enableMember(by, EnableMember.parse({ memberId: on.memberId, once: onceKey() }));
    await sendReset(by, SendReset.parse({ memberId: on.memberId, once: onceKey() }));
    await resendInvitation(by, ResendInvitation.parse({ memberId: pending.memberId, once: onceKey() }));
    await giveLine(by, GiveLine.parse({ numberId: line.id, person: pending.email.toUpperCase(), once: onceKey() }));
    await emailTo(on, { error: `422: ${on.lastName} has moved` });
  }
  await talkWith(world);
  await movedOn(otherAdmin, people.hidden);
  for (const [mark, person] of [
    ["west", people.west],
    ["east", people.east],
    ["other", people.other],
    ["hidden", people.hidden],
  ] as const)
    await logInAs(person, ADDRESSES[mark]);
  return {
    hidden,
    imports: await importsOf({ westAdmin, eastAdmin, otherAdmin }),
    batches: await batchesOf({ westAdmin, eastAdmin, otherAdmin }),
    forms: await formsOf(world),
  };
}

const rename = (by: Viewer, { id: groupId }: { id: string }, name: string) =>
  renameGroup(by, RenameGroup.parse({ groupId, name, revision: 1, once: onceKey() }));

/** West knows nothing but the address; whatever is done with them there goes by it. */
async function inviteHidden(by: Viewer, { company, people, groups, lines }: World): Promise<Person> {
  await invite(by, { addresses: people.hidden.email.toLowerCase(), group: groups.west.id });
  const theirs = and(eq(members.userId, people.hidden.userId), eq(members.accountId, company.accountId));
  const [place] = await db.select({ memberId: members.id }).from(members).where(theirs);
  if (!place) throw new Error("they were not invited");
  const here = { ...people.hidden, ...place, accountId: company.accountId };
  await resendInvitation(by, ResendInvitation.parse({ ...place, once: onceKey() }));
  await giveLine(by, GiveLine.parse({ numberId: lines.west.id, person: here.email, once: onceKey() }));
  const assigned = { groupId: groups.store.id, person: here.email.toUpperCase(), role: "viewer", once: onceKey() };
  await assignUser(by, AssignUser.parse(assigned));
  await emailTo(here, { error: "422: mailbox full" });
  return here;
}

/** At home their name changes, after they were invited elsewhere. */
async function movedOn(by: Viewer, person: Person) {
  const form = await editFormOf(person, { lastName: `O'${MARKS.hidden}` });
  await editMember(by, { ...form, contactNumber: "+493012345678", timeZone: "Asia/Kathmandu" });
}

/** Once as themself, once as somebody who does not know the password. */
async function logInAs({ username }: Person, address: string) {
  const from = visitor(address);
  const identifier = username?.toUpperCase();
  await logIn(from, LogIn.parse({ identifier, password: PASSWORD, next: "/" }));
  await logIn(from, LogIn.parse({ identifier, password: "another", next: "/" })).catch(() => {});
}

/** Who has a conversation, and who wants no texts: of each line a line of history. */
async function talkWith({ company, other, people, talks }: World) {
  for (const [by, talk] of [
    [people.eastAdmin, talks.east],
    [people.otherAdmin, talks.other],
  ] as const)
    await claimConversation(await viewerOf(by), { conversationId: talk.id, once: onceKey() });
  for (const [by, talk] of [
    [company.ana, talks.above],
    [company.ana, talks.east],
    [other.ana, talks.other],
  ] as const)
    await optOutContacts(await viewerOf(by), {
      contact: [talk.contactId],
      reason: `Told ${talk.name}`,
      once: onceKey(),
    });
}

type Admins = Record<"westAdmin" | "eastAdmin" | "otherAdmin", Viewer>;

/** Of each Admin a list that waits for a yes and one that was sent, with somebody who could not be invited. */
async function batchesOf({ westAdmin, eastAdmin, otherAdmin }: Admins) {
  const found: string[] = [];
  for (const [by, mark] of [
    [westAdmin, MARKS.west],
    [eastAdmin, MARKS.east],
    [otherAdmin, MARKS.other],
  ] as const) {
    const group = by.assignments[0]?.groupId ?? "";
    const listed = (name: string) =>
      csv(
        `Email,First Name,Last Name,Note\n${name}.${mark}@${mark}.example,${name}${mark},Mc${mark},x\nno-${mark},A,B,x\n`,
      );
    const draft = await preview(by, { file: listed("Draft"), group });
    const sent = await invite(by, { file: listed("Sent"), group });
    found.push(draft.batchId, ...sent.slice(0, 1).map(({ batchId }) => batchId));
  }
  return found;
}

/** Of each Admin a list of contacts that waits for a yes, with a row that can't be read. */
async function importsOf({ westAdmin, eastAdmin, otherAdmin }: Admins) {
  const found: string[] = [];
  for (const [by, mark] of [
    [westAdmin, MARKS.west],
    [eastAdmin, MARKS.east],
    [otherAdmin, MARKS.other],
  ] as const) {
    const rows = `Phone,Last Name\n+14155550188,Mc${mark}\nno-${mark},Mc${mark}`;
    const form = await PreviewContacts.parseAsync({ rows, once: onceKey() });
    found.push((await previewContacts(by, form)).importId);
  }
  return found;
}

/** Everybody left a form behind in which their own mark stands. */
async function formsOf({ people }: World) {
  for (const person of [people.west, people.eastAdmin, people.otherAdmin]) {
    const owner = readOwner(sealOwner(person));
    if (!owner) throw new Error("nobody's form");
    const values = { firstName: `typed ${person.lastName}` };
    await keepForm(owner, { page: PAGE, form: "new", values, withFile: false, reason: "logged-out" });
  }
  return PAGE;
}
