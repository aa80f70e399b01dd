import { v5, v7 } from "uuid";
import { z } from "zod";
import { invitationBatches, invitationSources } from "@/db/schema";
import { can } from "../../access/can";
import { allProducts, allRoles } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { sha256 } from "../../crypto";
import { NotFound, refusedFields } from "../../errors";
import * as fields from "../../fields";
import { looksLikeAddress } from "../../import/address-in";
import { isObjects } from "../../import/object-rows";
import type { FileRead } from "../../import/table";
import { figureIn } from "../../text/figure";
import { type Grantable, grantableBy } from "../grantable";
import { takeLooks } from "../quota";
import { type Listed, MOST_ROWS, tooMany } from "../read/one-person";
import { parseAddresses } from "../read/parse-addresses";
import { otherThanLines, peopleFile } from "../read/people-file";
import { isMereList, pastedTable, readFile } from "../read/read-file";
import { type FileRow, readRows } from "../read/read-rows";
import { choiceOf } from "./chosen-access";
import { draftRows, insertRows } from "./draft-rows";
import { type NewSource, sourceOf } from "./source-table";

/** Ten thousand names and addresses are less. */
const MOST_TEXT = 1_500_000;

/** Each may be there several times. */
const MOST_WRITTEN = 5 * MOST_ROWS;

export const PreviewInvitations = z
  .object({
    addresses: z.string({ error: "Enter email addresses." }).max(MOST_TEXT, "That is too much text.").default(""),
    file: peopleFile,
    role: fields.many(z.enum(allRoles, { error: "Choose one of the roles." })),
    group: fields.optional(z.uuid("Choose a group.")),
    product: fields.many(z.enum(allProducts, { error: "Choose among the products." })),
    line: fields.many(z.uuid("Choose numbers of your company that are in service.")),
    once: fields.once,
  })
  // Another file under the same name is another submit, which the form's key alone doesn't tell.
  .transform(({ once, ...input }) => ({
    ...input,
    once: once && input.file !== null ? v5(sha256(input.file.text).toString("hex"), once) : once,
  }));

type Input = z.output<typeof PreviewInvitations>;

/** Writes down what would happen to each row, for the viewer alone to see. Nothing is sent and nobody is added. */
export async function previewInvitations(viewer: Viewer, input: Input) {
  if (!can(viewer, "users.manage")) throw new NotFound();
  const offer = await grantableBy(viewer);
  const { listed, source, needsRole, ...wrong } = await peopleIn(viewer, offer, input);
  const choice = choiceOf(viewer, offer, input);
  const role = needsRole && choice.roles.length === 0 && "Choose a role.";
  const refused = refusedFields({ ...wrong, role });
  if (refused) throw refused;
  await takeLooks(viewer, listed.length);
  const rows = draftRows(viewer, { offer, choice, listed });
  return change(viewer, input.once, async (c) => {
    const batchId = v7();
    const { accountId, memberId: invitedBy } = viewer;
    const { group, ...chosen } = choice;
    const kept = { ...chosen, groupId: group.id, isFile: input.file !== null };
    await c.tx.insert(invitationBatches).values({ id: batchId, accountId, invitedBy, choice: kept });
    if (source) await c.tx.insert(invitationSources).values({ batchId, ...source });
    await insertRows(c, viewer, { batchId, rows });
    const name = `${rows.length} ${rows.length === 1 ? "person" : "people"}`;
    c.record("invitations.previewed", { accountId, id: batchId, name }, { after: { rows: rows.length } }, { batchId });
    return { batchId };
  });
}

type People = {
  listed: (Listed | FileRow)[];
  source?: NewSource;
  needsRole: boolean;
  addresses?: string;
  file?: string;
};

/** The people named in the form or the file, in order, or what is wrong there. Of a file without roles the form names one. */
async function peopleIn(viewer: Viewer, offer: Grantable, { addresses, file }: Input): Promise<People> {
  const none = { listed: [], needsRole: file === null };
  if (file !== null && addresses.trim())
    return { ...none, needsRole: true, file: "Use either the addresses above or a file, not both." };
  if (file === null) return pastedPeople(viewer, offer, addresses);
  const read = readFile(file, figureIn(viewer.locale));
  if (isMereList(read, file)) return mereList(file.text, true) ?? { ...none, file: tooMany(figureIn(viewer.locale)) };
  if ("problem" in read) return { ...none, file: read.problem };
  return (await sourcePeople(viewer, offer, read)) ?? { ...none, file: noAddresses("file") };
}

/** A table with headings, copied from a spreadsheet, is read as one; everything else as a list of addresses. */
async function pastedPeople(viewer: Viewer, offer: Grantable, addresses: string): Promise<People> {
  const [none, figure] = [{ listed: [], needsRole: true }, figureIn(viewer.locale)];
  if (addresses.split(/[@＠]/).length > MOST_WRITTEN) return { ...none, addresses: tooMany(figure) };
  const other = otherThanLines(Buffer.from(addresses));
  if (other && "problem" in other) return { ...none, addresses: other.problem };
  if (other === null && isObjects(addresses)) return { ...none, addresses: CUT_OFF };
  const table = other ? readFile(other, figure) : pastedTable(addresses, figure);
  if (table && "problem" in table) return { ...none, addresses: table.problem };
  if (table) return (await sourcePeople(viewer, offer, table)) ?? { ...none, addresses: noAddresses("table") };
  const list = mereList(addresses);
  if (list === null) return { ...none, addresses: tooMany(figure) };
  return list.listed.length > 0 ? list : { ...none, addresses: "Enter email addresses, or choose a CSV file." };
}

/** Null where there are too many. */
function mereList(text: string, isFile = false): People | null {
  const listed = parseAddresses(text, { isFile });
  return listed.length > MOST_ROWS ? null : { listed, needsRole: true };
}

/** Null where no column holds addresses. */
async function sourcePeople(viewer: Viewer, offer: Grantable, read: FileRead): Promise<People | null> {
  const source = await sourceOf(viewer, offer, read);
  const fields = source.columns.map(({ field }) => field);
  if (!fields.includes("email") && !source.columns.some(({ samples }) => samples.some(looksLikeAddress))) return null;
  const listed = readRows({ ...read, fields });
  return { listed, source, needsRole: !fields.includes("roles") };
}

const CUT_OFF =
  "That looks like JSON, but it can’t be read: maybe a part of it is missing. Copy all of it, or the addresses alone.";

const noAddresses = (what: "file" | "table") =>
  `No column of the ${what} holds email addresses. One of them must, with a heading such as “Email”; the other columns are as you like.`;
