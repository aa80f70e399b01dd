import { sql } from "drizzle-orm";
import { v5, v7 } from "uuid";
import { z } from "zod";
import { contactImports } from "@/db/schema";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { takeTry } from "../../auth/throttle";
import { change } from "../../change";
import { sha256 } from "../../crypto";
import { NotFound, Refused } from "../../errors";
import * as fields from "../../fields";
import { cardRows } from "../../import/cards/card-rows";
import { headText } from "../../import/head-text";
import { decodeFile } from "../../import/letters/decode";
import { type FileText, listFile } from "../../import/list-file";
import { OUTBOX_CHANNEL } from "../../outbox/enqueue";
import { figureIn } from "../../text/figure";
import { LEASE } from "../../worker/lease";
import { seenContactGroup } from "../groups/managed-contact-group";
import { contactColumnsOf, FILE_TOO_LARGE, MOST_FILE_BYTES, readContacts } from "./read-file";
import { workOnImport } from "./work-on-import";

/** Each may be 15 MB, which stay for a week if nobody confirms. */
const AN_HOUR = 60;

/** What a list is called that came from no file. */
export const PASTED = "pasted rows";

const MOST_PASTED = 1_000_000;

/** As much is read within the request; a worker reads more. */
const SHORT = 200_000;

const listOrCards = async (bytes: Uint8Array) => cardRows(bytes) ?? decodeFile(bytes);

export const PreviewContacts = z
  .object({
    file: listFile({ bytes: MOST_FILE_BYTES, says: FILE_TOO_LARGE, decode: listOrCards }),
    rows: z.string().max(MOST_PASTED, "That is too much text: choose a file instead.").default(""),
    group: fields.optional(z.uuid("Choose a group.")),
    agreed: z.literal("on").optional().catch(undefined),
    how: fields.optional(fields.line(300, "Say how they agreed.")),
    once: fields.once,
  })
  // Another file under the same name is another submit, which the form's key alone doesn't tell.
  .transform(({ once, ...input }) => ({
    ...input,
    once: once && input.file !== null ? v5(sha256(input.file.text).toString("hex"), once) : once,
  }));

type Input = z.output<typeof PreviewContacts>;

/** Keeps a list and reads what becomes of each row, for the viewer alone to see. No contact is written. */
export async function previewContacts(viewer: Viewer, input: Input) {
  if (!can(viewer, "contacts.manage")) throw new NotFound();
  const list = listIn(input);
  if (!(await takeTry({ name: "imports", of: viewer.memberId, most: AN_HOUR, minutes: 60 })))
    throw new Refused(`You have looked through ${AN_HOUR} lists within an hour, which is the most. Try again later.`);
  if (input.agreed && !input.how) throw new Refused("Say how they agreed to get texts.", { field: "how" });
  const isShort = list.text.length <= SHORT;
  const head = readContacts(isShort ? list : { ...list, text: headText(list.text, SHORT) }, figureIn(viewer.locale));
  if ("problem" in head) throw new Refused(head.problem, { field: list.field });
  const columns = await contactColumnsOf(viewer, head);
  if (!columns.some(({ field }) => field === "phone") && columns.length < 2)
    throw new Refused(NO_NUMBERS, { field: list.field });
  const { headings, hasHeadings, secret } = head.table;
  const answer = await change(viewer, input.once, async (c) => {
    const group = input.group ? await seenContactGroup(c, viewer, input.group) : null;
    const { accountId, memberId: madeBy } = viewer;
    const id = v7();
    const { name, text, alphabet } = list;
    const choice = { groupId: group?.id ?? null, agreed: input.agreed ? input.how : null };
    const kept = { text, alphabet, columns, headings, hasHeadings, secret, ...(isShort && { claimedUntil: LEASE }) };
    await c.tx.insert(contactImports).values({ id, accountId, madeBy, name, choice, ...kept });
    c.record("contacts.previewed", { accountId, id, name });
    if (!isShort) await c.tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
    return { importId: id };
  });
  if (isShort) await workOnImport(answer.importId);
  return answer;
}

function listIn({ file, rows }: Pick<Input, "file" | "rows">): FileText & { field: string } {
  if (file && rows.trim()) throw new Refused("Use either a file or the rows below, not both.", { field: "file" });
  if (file) return { ...file, name: file.name.slice(0, 120).toWellFormed() || "a file", field: "file" };
  if (rows.trim() === "") throw new Refused("Choose a file, or paste rows.", { field: "file" });
  const pasted = cardRows(Buffer.from(rows)) ?? { text: rows.trimStart(), alphabet: null };
  return { ...pasted, name: PASTED, field: "rows" };
}

const NO_NUMBERS = "No column holds phone numbers. One of them must, with a heading such as “Phone Number”.";
