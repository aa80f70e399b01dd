import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { invitationBatches, invitationRows, invitationSources } from "@/db/schema";
import { can } from "../../access/can";
import type { Product, Role } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { NotFound, Refused } from "../../errors";
import { type Alphabet, allAlphabets } from "../../import/alphabet";
import { chosenColumns } from "../../import/chosen-columns";
import { lettersChanged, rememberColumns } from "../../import/column-memory";
import { type Grantable, grantableBy } from "../grantable";
import { takeLooks } from "../quota";
import { readRows } from "../read/read-rows";
import { type Choice, choiceOf } from "./chosen-access";
import { draftRows, insertRows } from "./draft-rows";
import { ownDraft } from "./own-draft";

type Wish = {
  batchId: string;
  /** Which column is read as what; the others stay as they are. */
  wished: ReadonlyMap<number, string>;
  alphabet?: Alphabet | undefined;
  once?: string | undefined;
  /** What was asked for. */
  act: "read" | "send";
};

/** Whether the list would be read in another way than it was. */
export async function isReadAnew(viewer: Viewer, { batchId, wished, alphabet }: Omit<Wish, "act">): Promise<boolean> {
  const [source] = await db
    .select({ columns: invitationSources.columns, alphabet: invitationSources.alphabet })
    .from(invitationSources)
    .innerJoin(invitationBatches, eq(invitationBatches.id, invitationSources.batchId))
    .where(ownDraft(viewer, batchId));
  if (!source) return false;
  const isOther = source.columns.some(({ field }, at) => (wished.get(at) ?? field) !== field);
  return isOther || (source.alphabet !== null && alphabet !== undefined && alphabet !== source.alphabet);
}

/** Reads the kept cells anew, and remembers how, for the company's next file with the same headings. */
export async function readAgain(viewer: Viewer, { batchId, wished, alphabet, once, act }: Wish) {
  if (!can(viewer, "users.manage")) throw new NotFound();
  const offer = await grantableBy(viewer);
  return change(viewer, once, async (c) => {
    const { choice: kept } = await c.one(
      c.tx
        .select({ choice: invitationBatches.choice })
        .from(invitationBatches)
        .where(ownDraft(viewer, batchId))
        .for("no key update"),
    );
    const source = await c.one(c.tx.select().from(invitationSources).where(eq(invitationSources.batchId, batchId)));
    if (!kept) throw new NotFound();
    const choice = keptChoice(viewer, offer, kept);
    const before = await c.tx
      .select({
        position: invitationRows.position,
        email: invitationRows.email,
        isIncluded: sql<boolean>`${invitationRows.leftReason} is not null and ${invitationRows.state} = 'waiting'`,
      })
      .from(invitationRows)
      .where(eq(invitationRows.batchId, batchId));
    const letters = allAlphabets.find((each) => each === (source.alphabet && (alphabet ?? source.alphabet))) ?? null;
    const columns = lettersChanged(source, letters, chosenColumns(source.columns, wished));
    const listed = readRows({ table: source, alphabet: letters, fields: columns.map(({ field }) => field) });
    const known = new Set(before.map(({ email }) => email.toLowerCase()));
    await takeLooks(viewer, listed.filter(({ email }) => !known.has(email.toLowerCase())).length);
    const included = new Set(before.flatMap(({ position, isIncluded }) => (isIncluded ? [position] : [])));
    await c.tx.delete(invitationRows).where(eq(invitationRows.batchId, batchId));
    const rows = draftRows(viewer, { offer, choice, listed, included });
    await insertRows(c, viewer, { batchId, rows });
    await c.tx
      .update(invitationSources)
      .set({ columns, alphabet: letters, reading: sql`${invitationSources.reading} + 1` })
      .where(eq(invitationSources.batchId, batchId));
    if (source.hasHeadings)
      await rememberColumns(c.tx, { accountId: viewer.accountId, purpose: "invitations" }, columns);
    const { accountId } = viewer;
    const name = `${rows.length} ${rows.length === 1 ? "person" : "people"}`;
    c.record("invitations.previewed", { accountId, id: batchId, name }, { after: { rows: rows.length } }, { batchId });
    return { batchId, read: act };
  });
}

type Kept = { roles: Role[]; groupId: string; products: Product[]; lines: string[] };

/** What the form chose for everybody. What can't be given any more has no field beside the preview: it is said above. */
function keptChoice(
  viewer: Viewer,
  offer: Grantable,
  { roles: role, groupId: group, products, lines: line }: Kept,
): Choice {
  const product = viewer.products.filter((each) => products.includes(each));
  try {
    return choiceOf(viewer, offer, { role, group, product, line });
  } catch (error) {
    if (error instanceof NotFound)
      throw new Refused("The group that was chosen is no longer there. Go back to choose another.");
    if (error instanceof Refused) throw new Refused(`${error.message} Go back to choose again.`);
    throw error;
  }
}
