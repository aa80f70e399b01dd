import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { lineAccess, members, numbers } from "@/db/schema";
import { explain } from "../access/explain";
import { isAskedHere } from "../access/permissions";
import { type Held, heldWords, listed, whatWords, whereWords } from "../access/phrases";
import { fullName, type Viewer } from "../access/viewer";
import { invitingAdmin } from "../invitations/inviting-admin";
import { numberLabel } from "../numbers/format-number";
import { heldRoles } from "./access/held-roles";

/** Lines that are named; of more it is said how many. */
const NAMED = 3;

/** What somebody wants to know in their first minute: who they are here, what they may do, on which lines, whom to ask. */
export async function welcomeOf(viewer: Viewer) {
  const [roles, lines, admin] = await Promise.all([rolesOf(viewer), linesOf(viewer), adminFor(viewer)]);
  return { roles: listed(roles.map(roleWords)), may: mayWords(viewer, roles), ...lines, admin };
}

/** A group by its own name: what is above it may be none of theirs. */
const rolesOf = async (viewer: Viewer) =>
  (await heldRoles(viewer, viewer.memberId)).map((held) => ({ ...held, place: held.group ?? held.place }));

/** At the root a role is all that somebody is: "Admin". */
const roleWords = (held: Held) => heldWords(held.atRoot ? { ...held, place: "" } : held).replace(/ in $/, "");

/** One sentence a group, the highest first: "manage users and manage groups in West". */
function mayWords({ products }: Viewer, roles: readonly Held[]): string[] {
  const rights = explain({ roles, products }).rights.filter(({ permissions }) => permissions.every(isAskedHere));
  const places = [...new Set(rights.map(({ groupId }) => groupId))];
  return places.flatMap((groupId) => {
    const place = roles.find((held) => held.groupId === groupId);
    const permissions = rights.filter((right) => right.groupId === groupId).flatMap((right) => right.permissions);
    const what = whatWords(permissions);
    return place ? [`${what.charAt(0).toLowerCase()}${what.slice(1)} ${whereWords(place)}`] : [];
  });
}

/** The default number first. */
async function linesOf(viewer: Viewer) {
  const isDefault = sql<boolean>`${numbers.id} is not distinct from ${members.defaultNumberId}`;
  const rows = await db
    .select({ e164: numbers.e164, label: numbers.label, isDefault, all: sql<number>`(count(*) over ())::int` })
    .from(lineAccess)
    .innerJoin(numbers, eq(numbers.id, lineAccess.numberId))
    .innerJoin(members, eq(members.id, lineAccess.memberId))
    .where(eq(lineAccess.memberId, viewer.memberId))
    .orderBy(desc(isDefault), numbers.label, numbers.id)
    .limit(NAMED);
  const lines = rows.map((line) => ({ label: numberLabel(line), isDefault: line.isDefault }));
  return { lines, moreLines: (rows[0]?.all ?? 0) - lines.length };
}

/** The Admin who invited them or looks after the company; null where that is nobody but themself. */
async function adminFor({ accountId, memberId }: Viewer) {
  const [own] = await db.select({ invitedBy: members.invitedBy }).from(members).where(eq(members.id, memberId));
  const admin = await invitingAdmin(db, { accountId, memberId, invitedBy: own?.invitedBy ?? null });
  return admin && admin.memberId !== memberId ? { name: fullName(admin), email: admin.email } : null;
}
