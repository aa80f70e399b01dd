import { and, eq, isNull, sql } from "drizzle-orm";
import { lineAccess, members, numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import type { Change, Subject, Together } from "../change";
import { Refused } from "../errors";
import { among, idList, idsOf } from "../id-list";

type Line = { id: string; e164: string };

/**
 * The number becomes one of the lines of those who lack it, and the default number of those who had none. They are people
 * whom the viewer manages. A few statements however many they are; answers those who lacked it.
 */
export async function giveLineTo<Person extends Subject>(
  c: Change,
  people: readonly Person[],
  number: Line,
  together?: Together,
): Promise<Person[]> {
  const given = await c.tx.execute<{ id: string }>(sql`insert into line_access (account_id, member_id, number_id)
    select m.account_id, m.id, ${number.id} from members m where m.id = any(${idList(idsOf(people))})
    on conflict do nothing returning member_id as id`);
  const ids = new Set(idsOf(given));
  const first = await c.tx
    .update(members)
    .set({ defaultNumberId: number.id })
    .where(and(among(members.id, [...ids]), isNull(members.defaultNumberId)))
    .returning({ id: members.id });
  c.did({ did: "line.given", numberId: number.id, members: [...ids] });
  c.did({ did: "default-number", members: idsOf(first), before: null });
  const theirs = people.filter(({ id }) => ids.has(id));
  for (const person of theirs) c.record("line.given", person, { after: { number: number.e164 } }, together);
  return theirs;
}

/**
 * The number is no line of theirs any more. Whose default it was, they get another of their lines: one in service before
 * one that is not, then by label; or none. Answers those who had it.
 */
export async function takeLineFrom<Person extends Subject>(
  c: Change,
  people: readonly Person[],
  number: Line,
  together?: Together,
): Promise<Person[]> {
  const taken = await c.tx
    .delete(lineAccess)
    .where(and(eq(lineAccess.numberId, number.id), among(lineAccess.memberId, idsOf(people))))
    .returning({ id: lineAccess.memberId });
  const ids = new Set(idsOf(taken));
  c.did({ did: "line.taken", numberId: number.id, members: [...ids] });
  c.did({ did: "default-number", members: await withoutDefault(c, [...ids]), before: null });
  const moved = await c.tx
    .update(members)
    .set({ defaultNumberId: nextLine })
    .where(and(among(members.id, [...ids]), eq(members.defaultNumberId, number.id)))
    .returning({ id: members.id, defaultNumber: defaultNumber });
  c.did({ did: "default-number", members: idsOf(moved), before: number.id });
  const movedTo = new Map(moved.map(({ id, ...to }) => [id, to]));
  const theirs = people.filter(({ id }) => ids.has(id));
  for (const person of theirs)
    c.record("line.taken", person, { before: { number: number.e164 }, ...movedTo.get(person.id) }, together);
  return theirs;
}

export async function isAnybodyOn(c: Change, number: Line): Promise<boolean> {
  const theirs = c.tx.select({ id: lineAccess.memberId }).from(lineAccess).where(eq(lineAccess.numberId, number.id));
  return (await theirs.limit(1)).length > 0;
}

/** Who have lines and text from none of them: given a line back, they still do. */
const withoutDefault = async (c: Change, ids: readonly string[]) =>
  idsOf(
    await c.tx
      .select({ id: members.id })
      .from(members)
      .where(and(among(members.id, ids), isNull(members.defaultNumberId))),
  );

const nextLine = sql`(select l.number_id from line_access l join numbers n on n.id = l.number_id
  where l.member_id = members.id order by n.disabled_at is not null, n.label, n.id limit 1)`;

const defaultNumber = sql<string | null>`(select n.e164 from numbers n where n.id = members.default_number_id)`;

type Wish = { memberId: string; numberId: string; field: string };

/** A number in service that the viewer manages, for somebody who lacks it; null: they have it. `field`: where a refusal is shown. */
export async function lineToGive(c: Change, viewer: Viewer, { memberId, numberId, field }: Wish): Promise<Line | null> {
  const has = and(eq(lineAccess.memberId, memberId), eq(lineAccess.numberId, numberId));
  if ((await c.tx.select({ id: lineAccess.numberId }).from(lineAccess).where(has)).length > 0) return null;
  const [number] = await c.tx
    .select({ id: numbers.id, e164: numbers.e164 })
    .from(numbers)
    .where(and(numbersWithin(viewer, "numbers.manage"), eq(numbers.id, numberId), isNull(numbers.disabledAt)))
    .for("share");
  if (!number) throw new Refused("Choose one of your company's numbers.", { field });
  return number;
}
