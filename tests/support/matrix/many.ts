import { roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { AnswerPreview, answerPreview } from "@/lib/invitations/preview/answer-preview";
import { PreviewInvitations, previewInvitations } from "@/lib/invitations/preview/preview";
import { type Act, acts } from "@/lib/members/acts";
import { ChangeMany } from "@/lib/members/bulk/batch";
import { changeMany } from "@/lib/members/bulk/change-many";
import { unique } from "../cast";
import { rowsOf } from "../rows";
import type { Row, Target } from "./target";

/** Who it can be done to, and what is chosen. */
function aimOf(act: Act, t: Target) {
  const role = { role: "viewer", group: t.groupId };
  if (act === "enable") return { member: t.disabled.memberId };
  if (act === "resend") return { member: t.pending.memberId };
  if (act === "products") return { member: t.active.memberId, products: "chat", to: "off" };
  if (act === "give-line") return { member: t.pending.memberId, line: t.numberId };
  if (act === "take-line") return { member: t.active.memberId, line: t.numberId };
  if (act === "remove-role") return { member: t.active.memberId, role: "viewer", group: t.placeId };
  return { member: t.active.memberId, ...(act === "assign" || act === "add-role" ? role : {}) };
}

const inBulk = (act: Act): Row => ({
  permission: "users.manage",
  form: async (_, t) => {
    const { memberId, accountId } = t.active;
    // Their last role nobody can take; this second one is given straight into the table.
    const second = { accountId, memberId, role: "viewer" as const, groupId: t.placeId };
    if (act === "remove-role" && (await rowsOf(t.active)))
      await writeDb.insert(roleAssignments).values(second).onConflictDoNothing();
    return { act, ...aimOf(act, t) };
  },
  send: (viewer, form) => changeMany(viewer, ChangeMany.parse(form)),
});

/** Cells with headings, as copied from a spreadsheet. */
const TABLE = "Email\tFirst Name\na@x.example\tAna";

const listed = (viewer: Viewer, addresses = `${unique()}@x.example, ${unique()}@x.example`) => ({
  ...{ addresses, role: "end-user", group: viewer.assignments[0]?.groupId },
});

const preview = async (viewer: Viewer, form: object) =>
  previewInvitations(viewer, await PreviewInvitations.parseAsync(form));

/** What is done to many at once. A batch of invitations is its maker's alone: see lib/invitations/preview/preview.test.ts. */
export const MANY_ACTIONS: Record<string, Row> = {
  ...Object.fromEntries(acts.map((act) => [`changeMany, ${act}`, inBulk(act)])),
  previewInvitations: {
    permission: "users.manage",
    everywhere: true,
    form: (viewer) => listed(viewer),
    send: preview,
  },
  "answerPreview, send": {
    permission: "users.manage",
    everywhere: true,
    form: async (viewer) => ({ ...(await preview(viewer, listed(viewer))), act: "send" }),
    send: (viewer, form) => answerPreview(viewer, AnswerPreview.parse(form)),
  },
  "answerPreview, read in another way": {
    permission: "users.manage",
    everywhere: true,
    form: async (viewer) => ({ ...(await preview(viewer, listed(viewer, TABLE))), column: "1:lastName" }),
    send: (viewer, form) => answerPreview(viewer, AnswerPreview.parse(form)),
  },
};
