import { sql } from "drizzle-orm";
import { v5, v7 } from "uuid";
import { z } from "zod";
import { invitationBatches } from "@/db/schema";
import { can } from "../access/can";
import { allProducts, allRoles } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { sha256 } from "../crypto";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { accessReader } from "./access-cells";
import { choiceOf } from "./choice";
import { csvFile } from "./csv-file";
import { peopleKnown, verdictOn } from "./known-people";
import { type Listed, MOST_ROWS, tooMany } from "./line";
import { offerOf } from "./offer";
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
  const { rows: listed, isMissingRole } = listedIn(input);
  const offer = await offerOf(viewer);
  const choice = choiceOf(viewer, offer, input);
  if (isMissingRole && choice.roles.length === 0) throw new Refused("Choose a role.", { field: "role" });
  await takeLooks(viewer, listed.length);
  const read = accessReader(viewer, offer, choice);
  const rows = listed.map((row) => withAccess(row, read));
  return change(viewer, input.once, async (c) => {
    const batchId = v7();
    const { accountId, memberId: invitedBy } = viewer;
    await c.tx.insert(invitationBatches).values({ id: batchId, accountId, invitedBy });
    await insertRows(c, batchId, await judged(c, viewer, rows));
    const name = `${rows.length} ${rows.length === 1 ? "person" : "people"}`;
    c.record("invitations.previewed", { accountId, id: batchId, name }, { after: { rows: rows.length } }, { batchId });
    return { batchId };
  });
}

/** The people named in the form or the file, in order. Of a file without roles the form must name one. */
function listedIn({ addresses, file }: Input): { rows: (Listed | CsvRow)[]; isMissingRole: boolean } {
  if (file === null) {
    const rows = parseAddresses(addresses);
    if (rows.length === 0) throw new Refused("Enter email addresses, or choose a CSV file.", { field: "addresses" });
    if (rows.length > MOST_ROWS) throw new Refused(tooMany(rows.length), { field: "addresses" });
    return { rows, isMissingRole: true };
  }
  if (addresses.trim()) throw new Refused("Use either the addresses above or a file, not both.", { field: "file" });
  const csv = readCsv(file);
  if ("problem" in csv) throw new Refused(csv.problem, { field: "file" });
  return { rows: csv.rows, isMissingRole: !csv.has("roles") };
}

const NONE = { roles: [], products: [], lines: [] };
const inForm = { roles: "", group: "", products: "", lines: "" };

function withAccess(row: Listed | CsvRow, read: ReturnType<typeof accessReader>) {
  const { position, email, firstName, lastName, problem } = row;
  const person = { position, email, firstName, lastName };
  if (problem) return { ...person, ...NONE, verdict: "wrong" as const, problem };
  const access = read("roles" in row ? row : inForm);
  return "problem" in access ? { ...person, ...NONE, ...access } : { ...person, ...access };
}

/** The rest are asked after by their addresses; who can be invited waits for the Admin to confirm. */
async function judged(c: Change, viewer: Viewer, rows: ReturnType<typeof withAccess>[]) {
  const open = rows.flatMap((row) => ("problem" in row ? [] : [row.email]));
  const known = await peopleKnown(c.tx, viewer, open);
  return rows.map((row) => {
    const full =
      "problem" in row ? { ...row, memberId: null } : { ...row, ...verdictOn(known.get(row.email.toLowerCase())) };
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
    (batch_id, position, email, first_name, last_name, roles, products, lines, verdict, problem, state, member_id)
    select ${batchId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) as r(position int,
      email text, first_name text, last_name text, roles jsonb, products text[], lines uuid[],
      verdict invitation_verdict, problem text, state invitation_state, member_id uuid)`);
}
