import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { linePace, numbers } from "@/db/schema";
import { ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

/** Longer than the pace of a line makes a long text wait. */
const PAUSED = sql`now() + interval '30 seconds'`;

/** The viewer's lines whose texts don't leave just now: the carrier has enough of them, or something is wrong with the line. */
export const waitingLines = (viewer: Viewer) =>
  byIndex
    .select({ id: numbers.id, label: numbers.label })
    .from(numbers)
    .innerJoin(linePace, eq(linePace.numberId, numbers.id))
    .where(
      and(
        ownLinesWithin(viewer, "messages.send"),
        isNull(numbers.disabledAt),
        or(isNotNull(linePace.trouble), sql`${linePace.nextAt} > ${PAUSED}`),
      ),
    )
    .orderBy(asc(numbers.label), asc(numbers.id));
