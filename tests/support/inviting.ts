import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { invitationRows, members } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { SendInvitations, sendInvitations } from "@/lib/invitations/preview/confirm";
import { PreviewInvitations, previewInvitations } from "@/lib/invitations/preview/preview";
import { sendDueBatches } from "@/lib/invitations/send/send-batch";
import { type Company, onceKey, unique } from "./cast";

export type Fields = Record<string, string | string[] | File>;

/** The preview as the form asks for it: End Users with Texting, unless it is said otherwise. */
export async function preview(viewer: Viewer, fields: Fields) {
  const filled = { addresses: "", role: "end-user", product: ["texting"], once: onceKey(), ...fields };
  return previewInvitations(viewer, await PreviewInvitations.parseAsync(filled));
}

export const csv = (text: string) => new File([text], "people.csv", { type: "text/csv" });

export const rowsAt = (batchId: string) =>
  db.select().from(invitationRows).where(eq(invitationRows.batchId, batchId)).orderBy(invitationRows.position);

export const send = (viewer: Viewer, batchId: string) =>
  sendInvitations(viewer, SendInvitations.parse({ batchId, once: onceKey() }));

/** Preview, yes, and the worker's turn. */
export async function invite(viewer: Viewer, fields: Fields) {
  const { batchId } = await preview(viewer, fields);
  await send(viewer, batchId);
  await sendDueBatches();
  return rowsAt(batchId);
}

/** An address that nobody has. */
export const somebody = () => `${unique()}@new.example`;

/** The one place that an address has in a company. */
export async function memberOf({ accountId }: Company, email: string) {
  const [member, another] = await db
    .select({ id: members.id })
    .from(members)
    .where(sql`${members.accountId} = ${accountId} and ${members.emailKey} = lower(${email})`);
  if (!member || another) throw new Error(`${email} has no place, or several`);
  return { memberId: member.id };
}
