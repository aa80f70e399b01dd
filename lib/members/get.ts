import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { byIndex, db } from "@/db";
import { conversations, lineAccess, links, logins, members, messages, numbers, users } from "@/db/schema";
import { rolesToGrant } from "../access/can";
import { userTypes } from "../access/permissions";
import { membersWithin, numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { refusedLoginsOf } from "../auth/refused-logins";
import { countClaimed } from "../conversations/release";
import { invitationMailOf } from "../invitations/newest-mail";
import { heldRoles } from "./access/held-roles";
import { userTypeOf } from "./access/user-type";
import { knownDetails, knownPerson, nameOf } from "./guest-privacy";

/** Everything on the page of somebody whom the viewer may change; null for anyone else. */
export async function getMember(viewer: Viewer, memberId: string) {
  const member = z.uuid().safeParse(memberId).success ? await managed(viewer, memberId) : undefined;
  if (!member) return null;
  const { userId, ...shown } = member;
  const atHome = member.homeAccountId === viewer.accountId;
  const [roles, lines, history, refused, messagesWritten, conversationsClaimed] = await Promise.all([
    heldRoles(viewer, memberId),
    linesOf(viewer, memberId),
    historyOf(memberId),
    // A login is the business of the company that owns it.
    atHome ? refusedLoginsOf(userId) : [],
    // On `db`: who has been here for years has counts that take a while, and nobody's session waits behind them.
    db.$count(messages, eq(messages.authorId, memberId)),
    countClaimed(eq(conversations.claimedBy, memberId)),
  ]);
  return {
    ...shown,
    name: nameOf(member),
    atHome,
    refused,
    messagesWritten,
    conversationsClaimed,
    isSelf: memberId === viewer.memberId,
    rootGroupId: viewer.rootGroupId,
    userType: userTypeOf(roles, viewer.rootGroupId),
    typeIsOffered: userTypes.every(({ value }) => rolesToGrant(viewer, [viewer.rootGroupId]).includes(value)),
    roles,
    lines,
    history,
  };
}

export type Member = NonNullable<Awaited<ReturnType<typeof getMember>>>;

async function managed(viewer: Viewer, memberId: string) {
  const invitation = and(
    eq(links.memberId, members.id),
    eq(links.purpose, "invitation"),
    isNull(links.usedAt),
    isNull(links.revokedAt),
  );
  const [member] = await byIndex
    .select({
      id: members.id,
      userId: users.id,
      homeAccountId: users.homeAccountId,
      ...knownPerson,
      ...knownDetails,
      status: members.status,
      products: members.products,
      defaultNumberId: members.defaultNumberId,
      lastLoginAt: members.lastLoginAt,
      revision: members.revision,
      isUnchecked: sql<boolean>`${users.emailUncheckedSince} is not null`,
      askedAgain: sql<boolean>`${members.askedAgainAt} is not null`,
      mail: invitationMailOf(sql`${members.id}`),
      expiresAt: links.expiresAt,
      expired: sql<boolean>`${links.expiresAt} <= now()`,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .leftJoin(links, invitation)
    .where(and(membersWithin(viewer, "users.manage"), eq(members.id, memberId)));
  if (!member) return undefined;
  const { expiresAt, expired, ...rest } = member;
  return { ...rest, invitation: expiresAt && { expiresAt: expiresAt.toISOString(), expired } };
}

/** `managed`: a line that the viewer may take from them. */
const linesOf = (viewer: Viewer, memberId: string) =>
  byIndex
    .select({
      id: numbers.id,
      e164: numbers.e164,
      label: numbers.label,
      managed: sql<boolean>`coalesce(${numbersWithin(viewer, "numbers.manage")}, true)`,
      isAlone: sql<boolean>`not exists (select from line_access others
        where others.number_id = ${numbers.id} and others.member_id <> ${memberId})`,
    })
    .from(lineAccess)
    .innerJoin(numbers, eq(numbers.id, lineAccess.numberId))
    .where(eq(lineAccess.memberId, memberId))
    .orderBy(numbers.label, numbers.id);

const historyOf = (memberId: string) =>
  byIndex
    .select({ id: logins.id, at: logins.at, address: logins.address, userAgent: logins.userAgent })
    .from(logins)
    .where(eq(logins.memberId, memberId))
    .orderBy(desc(logins.at))
    .limit(10);
