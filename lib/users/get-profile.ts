import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { lineAccess, links, members, numbers, users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { numberLabel } from "../numbers/format-number";
import { isWaiting } from "./email/waiting-email";
import { profileColumns } from "./profile-columns";

/** One's own profile; `waiting` is the address that a change of email has been asked for and not yet confirmed. */
export async function getProfile(viewer: Viewer) {
  const [[profile], lines, [waiting]] = await Promise.all([profileOf(viewer), linesOf(viewer), waitingOf(viewer)]);
  if (!profile) return null;
  return { ...profile, lines: lines.map((line) => ({ value: line.id, label: numberLabel(line) })), waiting };
}

const profileOf = (viewer: Viewer) =>
  db
    .select(profileColumns)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.id, viewer.memberId));

const linesOf = (viewer: Viewer) =>
  db
    .select({ id: numbers.id, e164: numbers.e164, label: numbers.label })
    .from(lineAccess)
    .innerJoin(numbers, eq(numbers.id, lineAccess.numberId))
    .where(eq(lineAccess.memberId, viewer.memberId))
    .orderBy(numbers.label, numbers.id);

const waitingOf = (viewer: Viewer) =>
  db
    .select({
      email: sql<string>`${links.email}`,
      expired: sql<boolean>`${links.expiresAt} <= now()`,
    })
    .from(links)
    .where(isWaiting(viewer))
    .orderBy(desc(links.createdAt))
    .limit(1);
