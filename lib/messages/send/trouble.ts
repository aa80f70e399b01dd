import { type SQL, sql } from "drizzle-orm";
import type { WriteTx } from "@/db/write";
import { LINE_CODES } from "../../carrier/codes";
import { idList } from "../../id-list";
import { inBatches } from "../../in-batches";

/** `denied`: the carrier refuses our settings, by this code (0: it says none), and does so until it takes something again. */
type Pause = { seconds: number; denied: number | null };

/**
 * The carrier has had enough of us for so many seconds, and means all of us: no line hands over before then, whichever worker
 * or server asks. It says so of each text that it was just given.
 */
export const pauseAll = inBatches<Pause>({
  work: (tx, pauses) =>
    pause(tx, {
      seconds: Math.max(...pauses.map(({ seconds }) => seconds)),
      denied: pauses.find(({ denied }) => denied !== null)?.denied ?? null,
    }),
  keyOf: () => "all",
});

async function pause(tx: WriteTx, { seconds, denied }: Pause): Promise<void> {
  await tx.execute(sql`
    insert into line_pace (number_id, account_id, next_at, trouble)
      select id, account_id, now() + make_interval(secs => ${seconds}::double precision), ${denied}::int from numbers order by id
    on conflict (number_id) do update set next_at = greatest(line_pace.next_at, excluded.next_at),
      trouble = coalesce(line_pace.trouble, excluded.trouble)`);
}

/** What is wrong with our settings and no line's own fault. */
const isOfAll = (trouble: SQL) => sql`${trouble} <> all(${sql.param(LINE_CODES)}::int[])`;

/** The carrier has taken a text from this line: nothing is wrong with it, nor with our settings. */
export const endTrouble = inBatches<string>({
  work: (tx, lines) => endThose(tx, sql`p.number_id = any(${idList(lines)}) or ${isOfAll(sql`p.trouble`)}`),
  keyOf: () => "all",
});

/** It has answered what it was asked: nothing is wrong with our settings. */
export const endTroubleOfAll = (tx: WriteTx): Promise<void> => endThose(tx, isOfAll(sql`p.trouble`));

async function endThose(tx: WriteTx, which: SQL): Promise<void> {
  await tx.execute(sql`update line_pace set trouble = null where number_id in
    (select p.number_id from line_pace p where p.trouble is not null and (${which}) order by p.number_id for update)`);
}
