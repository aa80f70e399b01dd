import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { contactImportRows, contactImports } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { type Change, change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { allAlphabets } from "../../import/alphabet";
import { chosenColumns } from "../../import/chosen-columns";
import { columnAs } from "../../import/column-as";
import { rememberColumns } from "../../import/column-memory";
import { NOT_READ } from "../../import/map-columns";
import { OUTBOX_CHANNEL } from "../../outbox/enqueue";
import { LEASE } from "../../worker/lease";
import { addFields, holdNames } from "../fields/add";
import { fieldsHeld } from "../fields/field-values";
import { contactsReadAs } from "./columns";
import { isOwnColumn, newColumns, withNewFields } from "./own-columns";
import { ownDraftImport } from "./own-import";
import { TAKEN_AT_ONCE } from "./take-slice";
import { workOnImport } from "./work-on-import";

const number = z.coerce.number().int().min(0).max(1_000_000);

/** The preview as its page sends it: what each column is read as, and which rows are included anyway. */
export const AnswerImport = z.object({
  importId: z.uuid("Not found."),
  column: fields.many(columnAs(contactsReadAs, isOwnColumn)),
  ignore: number.optional(),
  alphabet: z.enum(allAlphabets, { error: "Choose one of the alphabets." }).optional(),
  include: fields.many(number),
  shown: fields.many(number),
  act: z.enum(["read", "import"]).default("read"),
  once: fields.once,
});

type Input = z.output<typeof AnswerImport>;
type Draft = typeof contactImports.$inferSelect;

/** So many are taken in while their maker waits; a worker does more. */
const AT_ONCE = TAKEN_AT_ONCE;

/**
 * Reads the list in another way where something was chosen anew, for its maker to look at; otherwise, if that is asked for,
 * it is taken in from now on.
 */
export async function answerImport(viewer: Viewer, input: Input) {
  const answer = await change(viewer, input.once, async (c) => {
    const draft = await c.one(
      c.tx.select().from(contactImports).where(ownDraftImport(viewer, input.importId)).for("no key update"),
    );
    await keepIncluded(c, input);
    const answer = { importId: draft.id, isShort: draft.total <= AT_ONCE };
    const wished = await wishedFor(c, viewer, draft, input);
    const isOther = isReadAnew(draft, input, wished);
    if (!isOther && input.act === "read") return { ...answer, did: nothing(c, draft) };
    const did = isOther ? await readAnew(c, draft, input, wished) : await confirm(c, viewer, draft);
    await c.tx
      .update(contactImports)
      .set({ claimedUntil: answer.isShort ? LEASE : sql`now()` })
      .where(eq(contactImports.id, draft.id));
    return { ...answer, did };
  });
  if (answer.isShort) await workOnImport(answer.importId);
  return answer;
}

type Wished = ReadonlyMap<number, string>;

/** A name that somebody gave a field meanwhile is that field's: the column is read as it then. */
async function wishedFor(c: Change, viewer: Viewer, { columns }: Draft, { column, ignore }: Input): Promise<Wished> {
  const chosen = new Map<number, string>([...column, ...(ignore === undefined ? [] : [[ignore, NOT_READ] as const])]);
  if (![...chosen.values(), ...columns.map(({ field }) => field)].some(isOwnColumn)) return chosen;
  await holdNames(c, viewer.accountId);
  return withNewFields(viewer, chosen, { columns, own: await fieldsHeld(c.tx, viewer.accountId) });
}

function isReadAnew({ columns, alphabet }: Draft, input: Input, wished: Wished): boolean {
  const isOther = columns.some(({ field }, at) => (wished.get(at) ?? field) !== field);
  return isOther || (alphabet !== null && input.alphabet !== undefined && input.alphabet !== alphabet);
}

const subjectOf = ({ accountId, id, name }: Draft) => ({ accountId, id, name });

async function readAnew(c: Change, draft: Draft, input: Input, wished: Wished) {
  const columns = chosenColumns(draft.columns, wished);
  const alphabet = draft.alphabet && (input.alphabet ?? draft.alphabet);
  await c.tx
    .update(contactImports)
    .set({ columns, alphabet, readAt: null, readTo: 0, reading: sql`${contactImports.reading} + 1` })
    .where(eq(contactImports.id, draft.id));
  if (draft.hasHeadings) await rememberColumns(c.tx, { accountId: draft.accountId, purpose: "contacts" }, columns);
  c.record("contacts.previewed", subjectOf(draft));
  await c.tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
  return input.act === "import" ? ("read instead" as const) : ("read" as const);
}

function nothing(c: Change, draft: Draft) {
  c.record("contacts.previewed", subjectOf(draft));
  return "nothing" as const;
}

async function confirm(c: Change, viewer: Viewer, draft: Draft) {
  const wanted = sql`(verdict in ('new', 'changes') or verdict = 'opted out' and included or blacklisted and phone is not null)`;
  const count = await c.tx.$count(contactImportRows, and(eq(contactImportRows.importId, draft.id), wanted));
  if (count === 0) throw new Refused("Nothing in this list is new: there is nothing to import.");
  const made = newColumns(draft.columns);
  if (made.length > 0) await addFields(c, viewer, made);
  await c.tx.update(contactImports).set({ confirmedAt: sql`now()` }).where(eq(contactImports.id, draft.id));
  c.record("contacts.import-confirmed", subjectOf(draft), { after: { rows: count } });
  await c.tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
  return "import" as const;
}

/** Of those that the page showed. */
const keepIncluded = async (c: Change, { importId, include, shown }: Input) => {
  if (shown.length === 0) return;
  await c.tx.execute(sql`update contact_import_rows set included = position = any(${sql.param([...include])}::int[])
    where import_id = ${importId}::uuid and verdict = 'opted out' and position = any(${sql.param([...shown])}::int[])`);
};
