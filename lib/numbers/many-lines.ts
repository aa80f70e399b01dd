import { and, asc, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { lineAccess, members } from "@/db/schema";
import { assignedUnder, membersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { idList } from "../id-list";
import { lockMembers } from "../members/managed";
import { hindrance } from "./hindrance";
import { fillDefaults, moveDefaults, takenDetails } from "./lines";

type Line = { id: string; accountId: string; e164: string };
type Many = { number: Line; groupId: string };

/** Everybody whom the viewer manages in a group or under it, with or without the line, locked in one order. */
async function people(c: Change, viewer: Viewer, { number, groupId }: Many) {
  // A group may hold tens of thousands.
  await c.tx.execute(sql`set local statement_timeout = '60s'`);
  await lockMembers(c, viewer, assignedUnder(groupId));
  const has = sql<boolean>`exists (select from line_access l where l.member_id = members.id and l.number_id = ${number.id})`;
  return c.tx
    .select({ id: members.id, accountId: members.accountId, name: members.nameKey, has, lacks: hindrance })
    .from(members)
    .where(and(membersManagedBy(viewer), assignedUnder(groupId)))
    .orderBy(asc(members.id));
}

type Giving = Many & {
  /** Told how many lack it before anything is written. */
  before: (count: number) => void;
};

/**
 * Gives the line to those who lack it, in a few statements however many they are. Answers how many, and how many of them
 * can't text yet.
 */
export async function giveToMany(c: Change, viewer: Viewer, { number, groupId, before }: Giving) {
  const all = await people(c, viewer, { number, groupId });
  const lacking = all.filter(({ has }) => !has);
  const memberIds = lacking.map(({ id }) => id);
  before(memberIds.length);
  const given = await c.tx.execute<{ id: string }>(sql`insert into line_access (account_id, member_id, number_id)
    select ${number.accountId}, id, ${number.id} from unnest(${idList(memberIds)}) id
    on conflict do nothing returning member_id as id`);
  await fillDefaults(c, number.id, memberIds);
  const [batchId, done] = [v7(), new Set(given.map(({ id }) => id))];
  const theirs = lacking.filter(({ id }) => done.has(id));
  for (const { id, accountId, name } of theirs)
    c.record("line.given", { id, accountId, name }, { after: { number: number.e164 } }, { batchId });
  return { count: theirs.length, lacking: theirs.filter(({ lacks }) => lacks !== null).length };
}

/** Takes the line from those who have it. Answers how many. */
export async function takeFromMany(c: Change, viewer: Viewer, { number, groupId }: Many): Promise<number> {
  const all = await people(c, viewer, { number, groupId });
  const having = all.filter(({ has }) => has);
  const memberIds = having.map(({ id }) => id);
  if (memberIds.length === 0) return 0;
  const theirs = sql`${lineAccess.memberId} = any(${idList(memberIds)})`;
  const lines = c.tx.delete(lineAccess).where(and(eq(lineAccess.numberId, number.id), theirs));
  const taken = await lines.returning({ id: lineAccess.memberId });
  const moved = new Map((await moveDefaults(c, number.id, memberIds)).map((each) => [each.id, each]));
  const [batchId, done] = [v7(), new Set(taken.map(({ id }) => id))];
  for (const { id, accountId, name } of having)
    if (done.has(id)) c.record("line.taken", { id, accountId, name }, takenDetails(number, moved.get(id)), { batchId });
  return done.size;
}
