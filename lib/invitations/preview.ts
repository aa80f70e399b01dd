import { sql } from "drizzle-orm";
import { v5, v7 } from "uuid";
import { z } from "zod";
import { invitationBatches } from "@/db/schema";
import { can } from "../access/can";
import { allProducts, allRoles } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { sha256 } from "../crypto";
import { NotFound, refusedFields } from "../errors";
import * as fields from "../fields";
import { accessReader } from "./access-cells";
import { accessWriter } from "./access-words";
import { type Choice, choiceOf } from "./choice";
import { csvColumnNames } from "./csv-columns";
import { csvFile } from "./csv-file";
import { peopleKnown, verdictOn } from "./known-people";
import { type Listed, MOST_ROWS, tooMany } from "./line";
import { type Offer, offerOf } from "./offer";
import { parseAddresses } from "./parse-addresses";
import { takeLooks } from "./quota";
import { type CsvRow, readCsv } from "./read-csv";

/** Ten thousand names and addresses are less. */
const MOST_TEXT = 1_500_000;

export const PreviewInvitations = z
  .object({
    addresses: z.string({ error: "Enter email addresses." }).max(MOST_TEXT, "That is too much text.").default(""),
    file: csvFile,
    role: fields.many(z.enum(allRoles, { error: "Choose one of the roles." })),
    group: fields.optional(z.uuid("Choose a group.")),
    product: fields.many(z.enum(allProducts, { error: "Choose among the products." })),
    line: fields.many(z.uuid("Choose numbers of your company that are in service.")),
    once: fields.once,
  })
  // Another file under the same name is another submit, which the form's key alone doesn't tell.
  .transform(({ once, ...input }) => ({
    ...input,
    once: once && input.file !== null ? v5(sha256(input.file).toString("hex"), once) : once,
  }));

type Input = z.output<typeof PreviewInvitations>;

/** Writes down what would happen to each row, for the viewer alone to see. Nothing is sent and nobody is added. */
export async function previewInvitations(viewer: Viewer, input: Input) {
  if (!can(viewer, "users.manage")) throw new NotFound();
  const { rows: listed, needsRole, ...wrong } = listedIn(input);
  const offer = await offerOf(viewer);
  const choice = choiceOf(viewer, offer, input);
  const role = needsRole && choice.roles.length === 0 && "Choose a role.";
  const refused = refusedFields({ ...wrong, role });
  if (refused) throw refused;
  await takeLooks(viewer, listed.length);
  const read = accessReader(viewer, offer, choice);
  const fill = cellsOf(offer, choice);
  const rows = listed.map((row) => ({ ...withAccess(row, read), written: writtenIn(row, fill) }));
  return change(viewer, input.once, async (c) => {
    const batchId = v7();
    const { accountId, memberId: invitedBy } = viewer;
    const { group, ...chosen } = choice;
    const kept = { ...chosen, groupId: group.id, isFile: input.file !== null };
    await c.tx.insert(invitationBatches).values({ id: batchId, accountId, invitedBy, choice: kept });
    await insertRows(c, batchId, await judged(c, viewer, rows));
    const name = `${rows.length} ${rows.length === 1 ? "person" : "people"}`;
    c.record("invitations.previewed", { accountId, id: batchId, name }, { after: { rows: rows.length } }, { batchId });
    return { batchId };
  });
}

type People = { rows: (Listed | CsvRow)[]; needsRole: boolean; addresses?: string; file?: string };

/** The people named in the form or the file, in order, or what is wrong there. Of a file without roles the form names one. */
function listedIn({ addresses, file }: Input): People {
  if (file === null) {
    const rows = parseAddresses(addresses);
    if (rows.length > MOST_ROWS) return { rows, needsRole: true, addresses: tooMany(rows.length) };
    if (rows.length > 0) return { rows, needsRole: true };
    return { rows, needsRole: true, addresses: "Enter email addresses, or choose a CSV file." };
  }
  if (addresses.trim())
    return { rows: [], needsRole: true, file: "Use either the addresses above or a file, not both." };
  const csv = readCsv(file);
  if ("problem" in csv) return { rows: [], needsRole: false, file: csv.problem };
  return { rows: csv.rows, needsRole: !csv.has("roles") };
}

const NONE = { roles: [], products: [], lines: [] };
const inForm = { roles: "", group: "", products: "", lines: "" };

function withAccess(row: Listed | CsvRow, read: ReturnType<typeof accessReader>) {
  const { position, email, firstName, lastName, problem } = row;
  const person = { position, email, firstName, lastName };
  const access = "skip" in row ? NONE : read("roles" in row ? row : inForm);
  if (!problem) return "problem" in access ? { ...person, ...NONE, ...access } : { ...person, ...access };
  if (!("problem" in access)) return { ...person, ...access, verdict: "wrong" as const, problem };
  return { ...person, ...NONE, verdict: "wrong" as const, problem: `${problem} ${access.problem}` };
}

/** What the form's choice would be called in a file. */
function cellsOf(offer: Offer, { roles, group: { id: groupId }, products, lines }: Choice): Record<string, string> {
  const { accessWords, groupWords } = accessWriter(offer);
  const words = accessWords({ roles: roles.map((role) => ({ role, groupId })), products, lines });
  return { ...words, group: groupWords(groupId) };
}

/**
 * A row of a file as it was written; what it left to the form is filled in, so that the same row never gives more under
 * another choice. With more cells than columns, nobody knows which is which.
 */
function writtenIn(row: Listed | CsvRow, fill: Record<string, string>): string[] | null {
  if (!("written" in row)) return null;
  if (row.written.length > csvColumnNames.length) return row.written;
  return csvColumnNames.map((column, at) => row.written[at] || (fill[column] ?? ""));
}

/** The rest are asked after by their addresses; who can be invited waits for the Admin to confirm. */
async function judged(c: Change, viewer: Viewer, rows: ReturnType<typeof withAccess>[]) {
  const open = rows.flatMap((row) => ("problem" in row ? [] : [row.email]));
  const known = await peopleKnown(c.tx, viewer, open);
  return rows.map((row) => {
    const full =
      "problem" in row
        ? { ...row, memberId: null }
        : { ...row, ...verdictOn(known.get(row.email.toLowerCase())), written: null };
    return { ...full, state: full.verdict === "new" || full.verdict === "guest" ? "waiting" : "left out" };
  });
}

/** One statement, whatever their number. */
async function insertRows(c: Change, batchId: string, rows: Awaited<ReturnType<typeof judged>>) {
  const list = rows.map(({ firstName, lastName, memberId, ...row }) => ({
    ...row,
    first_name: firstName,
    last_name: lastName,
    member_id: memberId,
  }));
  await c.tx.execute(sql`insert into invitation_rows
    (batch_id, position, email, first_name, last_name, roles, products, lines, verdict, problem, state, member_id,
      written)
    select ${batchId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) as r(position int,
      email text, first_name text, last_name text, roles jsonb, products text[], lines uuid[],
      verdict invitation_verdict, problem text, state invitation_state, member_id uuid, written text[])`);
}
