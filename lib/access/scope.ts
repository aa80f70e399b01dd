import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import {
  accounts,
  campaigns,
  contactFields,
  contactGroupMembers,
  contactGroups,
  contacts,
  conversations,
  groups,
  members,
  messages,
  numbers,
  subscriptionLinks,
} from "@/db/schema";
import { idList } from "../id-list";
import { can, groupsWith, pathOf, topGroupsWith } from "./can";
import type { Permission } from "./permissions";
import { underPath } from "./under-path";
import type { Viewer } from "./viewer";

const nothing = sql`false`;

/**
 * Members all of whose assignments lie under groups where the viewer holds the permission; at the root, everyone. What
 * all of somebody's paths share is kept beside them, so one such group is a stretch of an index. Roles spread over several
 * of the viewer's groups share nothing that the viewer holds: then the assignments are asked.
 */
export function membersWithin(viewer: Viewer, permission: Permission): SQL | undefined {
  const held = groupsWith(viewer, permission);
  if (held.length === 0) return nothing;
  const inAccount = eq(members.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  const [top, ...others] = topGroupsWith(viewer, permission);
  if (top && others.length === 0) return and(inAccount, underPath(members.within, pathOf(viewer, top)));
  // An aggregate, so that it is asked of those found and not of all assignments there are.
  const eachUnder = sql`(select bool_and(g.path && ${idList(held)}) from role_assignments a join groups g on g.id = a.group_id
      where a.member_id = ${members.id})`;
  return and(
    inAccount,
    sql`${members.groupIds} && ${idList(held)}`,
    sql`case when ${members.within} && ${idList(held)} then true else ${eachUnder} end`,
  );
}

/** Members with a role somewhere in a group or under it. */
export const assignedUnder = (groupId: string) => sql`${members.groupIds} @> ${idList([groupId])}`;

/** Groups where the viewer holds the permission, and those under them. */
export function groupsWithin(viewer: Viewer, permission: Permission): SQL | undefined {
  const held = groupsWith(viewer, permission);
  if (held.length === 0) return nothing;
  const inAccount = eq(groups.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  return and(inAccount, sql`${groups.path} && ${idList(held)}`);
}

export function numbersWithin(viewer: Viewer, permission: Permission): SQL | undefined {
  const held = groupsWith(viewer, permission);
  if (held.length === 0) return nothing;
  const inAccount = eq(numbers.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  return and(
    inAccount,
    sql`exists (select from groups g where g.id = ${numbers.groupId} and g.path && ${idList(held)})`,
  );
}

/** Of the lines that the viewer has, those whose group lies under one where they hold the permission. */
export function ownLinesWithin(viewer: Viewer, permission: Permission): SQL | undefined {
  const has = sql`exists (select from line_access l where l.member_id = ${viewer.memberId} and l.number_id = ${numbers.id})`;
  return and(numbersWithin(viewer, permission), has);
}

/** Conversations on those lines. Their ids are asked for once, and are a stretch each of an index. */
export const conversationsWithin = (viewer: Viewer, permission: Permission) =>
  onOwnLines(conversations, viewer, permission);

/** Messages on those lines, notes and events among them. */
export const messagesWithin = (viewer: Viewer, permission: Permission) => onOwnLines(messages, viewer, permission);

type OnLine = typeof conversations | typeof messages | typeof campaigns | typeof subscriptionLinks;

const onOwnLines = (table: OnLine, viewer: Viewer, permission: Permission) =>
  groupsWith(viewer, permission).length === 0 ? nothing : onLines(table, viewer, ownLinesWithin(viewer, permission));

/** What is on these lines of the viewer's company, whose ids are asked for once. */
function onLines({ accountId, numberId }: OnLine, viewer: Viewer, which: SQL | undefined): SQL | undefined {
  const lines = sql`select ${numbers.id} from ${numbers} where ${which}`;
  return and(eq(accountId, viewer.accountId), sql`${numberId} = any(array(${lines}))`);
}

/** Conversations on all lines of a group, whoever has them: for what was done there, never for what was said. */
export const conversationsOfLines = (viewer: Viewer, permission: Permission) =>
  onLines(conversations, viewer, numbersWithin(viewer, permission));

const talks = sql`from ${conversations} where ${conversations.contactId} = ${contacts.id}`;

/** Contacts with whom a line of a group where the viewer holds the permission has a conversation. */
export const contactsOfLines = (viewer: Viewer, permission: Permission) =>
  and(
    eq(contacts.accountId, viewer.accountId),
    sql`exists (select ${talks} and ${conversationsOfLines(viewer, permission)})`,
  );

/** Contacts with whom nobody has a conversation yet belong to no part: whoever manages contacts anywhere has them. */
export const silentContacts = (viewer: Viewer) =>
  groupsWith(viewer, "contacts.manage").length === 0
    ? nothing
    : and(eq(contacts.accountId, viewer.accountId), sql`not exists (select ${talks})`);

/**
 * Contacts that the viewer may change. Held at the root, all of the account; elsewhere those with whom a line there has a
 * conversation, and those with whom nobody has one yet.
 */
export function contactsManagedBy(viewer: Viewer): SQL | undefined {
  const held = groupsWith(viewer, "contacts.manage");
  if (held.length === 0) return nothing;
  if (held.includes(viewer.rootGroupId)) return eq(contacts.accountId, viewer.accountId);
  return or(contactsOfLines(viewer, "contacts.manage"), silentContacts(viewer));
}

/** Those, and whom the viewer has a conversation with on a line of their own. */
export function contactsWithin(viewer: Viewer): SQL | undefined {
  const managed = contactsManagedBy(viewer);
  if (groupsWith(viewer, "contacts.manage").includes(viewer.rootGroupId)) return managed;
  const theirs = sql`${contacts.id} in (select ${conversations.contactId} from ${conversations} where ${ownTalks(viewer)})`;
  return and(eq(contacts.accountId, viewer.accountId), or(managed, theirs));
}

/**
 * The same of some that are found otherwise, each looked up by itself, and once: nobody gathers all with whom the viewer's
 * lines talk.
 */
export function contactsSeenAmong(viewer: Viewer): SQL | undefined {
  const held = groupsWith(viewer, "contacts.manage");
  if (held.includes(viewer.rootGroupId)) return contactsManagedBy(viewer);
  const isTheirs = or(conversationsOfLines(viewer, "contacts.manage"), ownTalks(viewer));
  const isSilentSeen = held.length > 0;
  return and(
    eq(contacts.accountId, viewer.accountId),
    sql`coalesce((select bool_or(${isTheirs}) ${talks}), ${isSilentSeen})`,
  );
}

const ownTalks = (viewer: Viewer) => conversationsWithin(viewer, "messages.read");

/** Campaigns from the viewer's own lines, and for who looks after the lines of a group all that is sent from there. */
export const campaignsWithin = (viewer: Viewer) => onLinesLookedAfter(campaigns, viewer, "campaigns.manage");

/** Subscription links of those lines. */
export const subscriptionLinksWithin = (viewer: Viewer) =>
  onLinesLookedAfter(subscriptionLinks, viewer, "subscriptions.create");

function onLinesLookedAfter(table: OnLine, viewer: Viewer, permission: Permission): SQL | undefined {
  if (groupsWith(viewer, permission).length === 0) return nothing;
  const which = or(
    ownLinesWithin(viewer, permission),
    and(numbersWithin(viewer, permission), numbersWithin(viewer, "numbers.manage")),
  );
  return onLines(table, viewer, which);
}

/**
 * Contact groups. Held at the root, all of the account; otherwise those in which there is somebody whom the viewer sees,
 * and for who may manage contacts those in which there is nobody.
 */
export function contactGroupsWithin(viewer: Viewer): SQL | undefined {
  const held = groupsWith(viewer, "contacts.manage");
  const inAccount = eq(contactGroups.accountId, viewer.accountId);
  if (held.includes(viewer.rootGroupId)) return inAccount;
  const inIt = sql`from ${contactGroupMembers} where ${contactGroupMembers.groupId} = ${contactGroups.id}`;
  const seen = sql`exists (select ${inIt} and exists (select from ${contacts}
    where ${and(eq(contacts.id, contactGroupMembers.contactId), contactsWithin(viewer))}))`;
  return and(inAccount, held.length > 0 ? or(seen, sql`not exists (select ${inIt})`) : seen);
}

/** Those of them in which there is nobody whom the viewer does not see: a campaign goes to everybody in them. */
export function wholeContactGroupsWithin(viewer: Viewer): SQL | undefined {
  const seen = contactGroupsWithin(viewer);
  if (groupsWith(viewer, "contacts.manage").includes(viewer.rootGroupId)) return seen;
  const stranger = sql`select from ${contactGroupMembers} join ${contacts} on ${contacts.id} = ${contactGroupMembers.contactId}
    where ${contactGroupMembers.groupId} = ${contactGroups.id} and (${contactsWithin(viewer)}) is not true`;
  return and(seen, sql`not exists (${stranger})`);
}

/** What a company notes of its contacts: for who sees some of them, or writes to them. */
export const contactFieldsWithin = (viewer: Viewer) =>
  (["contacts.manage", "messages.read", "campaigns.manage"] as const).some((each) => can(viewer, each))
    ? eq(contactFields.accountId, viewer.accountId)
    : nothing;

/** Campaigns from all lines of a group, whoever has them: for what was done with them. */
export const campaignsOfLines = (viewer: Viewer, permission: Permission) =>
  onLines(campaigns, viewer, numbersWithin(viewer, permission));

/** The same of subscription links. */
export const subscriptionLinksOfLines = (viewer: Viewer, permission: Permission) =>
  onLines(subscriptionLinks, viewer, numbersWithin(viewer, permission));

/** The account's own row, for those who may change what is the whole company's: a right that counts at the root alone. */
export const accountManagedBy = (
  viewer: Viewer,
  permission: "company.manage" | "auto-replace.manage" = "company.manage",
) => (groupsWith(viewer, permission).includes(viewer.rootGroupId) ? inArray(accounts.id, [viewer.accountId]) : nothing);
