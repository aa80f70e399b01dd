import { sql } from "drizzle-orm";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { findPeople, verdictOn } from "../find-people";
import type { Grantable } from "../grantable";
import { accessReader } from "../read/access-cells";
import { accessWriter } from "../read/access-words";
import { invitationColumnNames } from "../read/columns";
import type { Listed } from "../read/one-person";
import type { FileRow } from "../read/read-rows";
import type { Choice } from "./chosen-access";

type Wish = { offer: Grantable; choice: Choice; listed: readonly (Listed | FileRow)[]; included?: ReadonlySet<number> };
export type DraftRow = ReturnType<typeof draftRows>[number];

/** What each row would get, or what is wrong with it. `included`: rows to invite although they say that somebody left. */
export function draftRows(viewer: Viewer, { offer, choice, listed, included }: Wish) {
  const read = accessReader(viewer, offer, choice);
  const fill = cellsOf(offer, choice);
  return listed.map((row) => ({
    ...withAccess(row, read),
    written: writtenIn(row, fill),
    left_reason: ("left" in row && row.left) || null,
    included: included?.has(row.position) ?? false,
  }));
}

const NONE = { roles: [], products: [], lines: [] };
const inForm = { roles: "", group: "", products: "", lines: "" };

function withAccess(row: Listed | FileRow, read: ReturnType<typeof accessReader>) {
  const { position, email, firstName, lastName, problem } = row;
  const person = { position, email, firstName, lastName };
  const access = "skip" in row ? NONE : read("roles" in row ? row : inForm);
  if (!problem) return "problem" in access ? { ...person, ...NONE, ...access } : { ...person, ...access };
  if (!("problem" in access)) return { ...person, ...access, verdict: "wrong" as const, problem };
  return { ...person, ...NONE, verdict: "wrong" as const, problem: `${problem} ${access.problem}` };
}

/** What the form's choice would be called in a file. */
function cellsOf(offer: Grantable, { roles, group: { id: groupId }, products, lines }: Choice): Record<string, string> {
  const { accessWords, groupWords } = accessWriter(offer);
  const words = accessWords({ roles: roles.map((role) => ({ role, groupId })), products, lines });
  return { ...words, group: groupWords(groupId) };
}

/**
 * A row of a file as it was written; what it left to the form is filled in, so that the same row never gives more under
 * another choice. With more cells than columns, nobody knows which is which.
 */
function writtenIn(row: Listed | FileRow, fill: Record<string, string>): string[] | null {
  if (!("written" in row)) return null;
  if (row.written.length > invitationColumnNames.length) return row.written;
  return invitationColumnNames.map((column, at) => row.written[at] || (fill[column] ?? ""));
}

/** The rest are asked after by their addresses; who can be invited waits for the Admin to confirm. */
async function judged(c: Change, viewer: Viewer, rows: readonly DraftRow[]) {
  const open = rows.flatMap((row) => ("problem" in row ? [] : [row.email]));
  const known = await findPeople(c.tx, viewer, open);
  return rows.map((row) => {
    const full =
      "problem" in row
        ? { ...row, memberId: null }
        : { ...row, ...verdictOn(known.get(row.email.toLowerCase())), written: null };
    const isOpen = full.verdict === "new" || full.verdict === "guest";
    const isThere = row.left_reason === null || row.included;
    return { ...full, left_reason: isOpen ? row.left_reason : null, state: isOpen && isThere ? "waiting" : "left out" };
  });
}

/** Asks after everybody, and writes all down in one statement, whatever their number. */
export async function insertRows(
  c: Change,
  viewer: Viewer,
  { batchId, rows }: { batchId: string; rows: readonly DraftRow[] },
) {
  const list = (await judged(c, viewer, rows)).map(({ firstName, lastName, memberId, included: _, ...row }) => ({
    ...row,
    first_name: firstName,
    last_name: lastName,
    member_id: memberId,
  }));
  await c.tx.execute(sql`insert into invitation_rows
    (batch_id, position, email, first_name, last_name, roles, products, lines, verdict, problem, state, member_id,
      written, left_reason)
    select ${batchId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) as r(position int,
      email text, first_name text, last_name text, roles jsonb, products text[], lines uuid[],
      verdict invitation_verdict, problem text, state invitation_state, member_id uuid, written text[], left_reason text)`);
}
