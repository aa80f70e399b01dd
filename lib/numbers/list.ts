import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { groups, numbers } from "@/db/schema";
import { numbersWithin } from "../access/scope";
import { underGroup } from "../access/under-path";
import type { Viewer } from "../access/viewer";
import { countedPage } from "../paging";
import { searchingIn } from "../text/search";
import type { NumberSort, NumberStatus, NumbersQuery } from "./numbers-query";

const peopleOn = sql<number>`(select count(*)::int from line_access a where a.number_id = ${numbers.id})`;

export const withoutAnyone = sql`not exists (select from line_access a where a.number_id = ${numbers.id})`;

/** A number in service is Active. */
export const statusOf = sql<NumberStatus>`case when ${numbers.disabledAt} is null then 'Active' else 'Disabled' end`;

/** A page of the numbers that the viewer sees. A company has hundreds at most, so pages are counted out. */
export async function listNumbers(viewer: Viewer, query: NumbersQuery) {
  const wanted = and(numbersWithin(viewer, "account.view"), fitting(viewer, query));
  const { page, size } = query;
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        id: numbers.id,
        e164: numbers.e164,
        label: numbers.label,
        groupId: groups.id,
        group: groups.name,
        status: statusOf,
        people: peopleOn,
      })
      .from(numbers)
      .innerJoin(groups, eq(groups.id, numbers.groupId))
      .where(wanted)
      .orderBy(...orderOf(query))
      .limit(size)
      .offset((page - 1) * size),
    db
      .select({ total: sql<number>`count(*)::int` })
      .from(numbers)
      .innerJoin(groups, eq(groups.id, numbers.groupId))
      .where(wanted),
  ]);
  return countedPage(rows, { page, size, total: counted?.total ?? 0 });
}

/** Which fit what is asked for: each word in the label, in the group's name or in the number, however it is written. */
const fitting = (viewer: Viewer, { search, group, status, people }: NumbersQuery): SQL | undefined =>
  and(
    searchingIn(sql`${numbers.label} || ' ' || ${groups.name} || ' ' || ${numbers.e164}`, search, viewer),
    group ? underGroup(groups.path, group) : undefined,
    status ? eq(statusOf, status) : undefined,
    people === "none" ? and(isNull(numbers.disabledAt), withoutAnyone) : undefined,
    people === "some" ? sql`not ${withoutAnyone}` : undefined,
  );

const columns: Record<NumberSort, SQL[]> = {
  number: [sql`${numbers.e164}`],
  label: [sql`${numbers.label}`],
  group: [sql`${groups.name}`, sql`${numbers.label}`],
  status: [statusOf, sql`${numbers.label}`],
  people: [peopleOn, sql`${numbers.label}`],
};

const orderOf = ({ by, descending }: NumbersQuery) =>
  [...columns[by], sql`${numbers.id}`].map((column) => (descending ? desc(column) : asc(column)));
