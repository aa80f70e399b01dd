import { eq } from "drizzle-orm";
import { invitationBatches } from "@/db/schema";
import { fullName, type Viewer } from "../../access/viewer";
import { type Change, change, keepBooks } from "../../change";
import { findPeople, type Verdict, verdictOn } from "../find-people";
import { mailInvitations } from "../mail";
import { addInvited, type Invitee } from "./add-invited";
import { type ClaimedBatch, LEASE } from "./batch-claim";
import { type Settled, settleRows, type WaitingRow, waitingRows } from "./batch-rows";
import { stillGiven } from "./still-grantable";

/** Invites the next rows of a batch, all in one change. "none": no row is left. "stuck": others were quicker; ask again. */
export async function inviteChunk(
  viewer: Viewer,
  batch: ClaimedBatch,
  limit: number,
): Promise<"some" | "none" | "stuck"> {
  const { added, unfit } = await change(viewer, undefined, async (c) => {
    const rows = await waitingRows(c.tx, batch.id, limit);
    if (rows.length === 0) return c.unchanged({ added: 0, unfit: [] });
    const { fit, unfit, nameOf } = await sorted(c, viewer, rows);
    const invited = await addInvited(c, viewer, fit);
    if (invited.length === 0) return c.unchanged({ added: 0, unfit });
    const by = { company: viewer.accountName, inviter: fullName(viewer) };
    await mailInvitations(
      c,
      invited.map((person) => ({ ...person, accountId: viewer.accountId })),
      by,
    );
    for (const person of invited) recordInvited(c, viewer, { person, batchId: batch.id, nameOf });
    await settleRows(c.tx, batch.id, [...unfit, ...invited.map(settledAs)]);
    await c.tx.update(invitationBatches).set({ claimedUntil: LEASE }).where(eq(invitationBatches.id, batch.id));
    return { added: invited.length, unfit };
  });
  if (added > 0) return "some";
  // Nobody was added, so there is nothing to tell history; what was found out about them is kept all the same.
  await keepBooks((tx) => settleRows(tx, batch.id, unfit));
  if (unfit.length > 0) return "some";
  const left = await keepBooks((tx) => waitingRows(tx, batch.id, 1));
  return left.length > 0 ? "stuck" : "none";
}

/** Rights and people are as they are now, not as the preview saw them. */
async function sorted(c: Change, viewer: Viewer, rows: readonly WaitingRow[]) {
  const given = await stillGiven(c.tx, viewer, rows);
  const known = await findPeople(
    c.tx,
    viewer,
    rows.map(({ email }) => email),
  );
  const judged = rows.map((row) => {
    const person = known.get(row.email.toLowerCase());
    return { row, known: person, settled: settledOf(row, verdictOn(person), given.problemWith(row)) };
  });
  return {
    fit: judged.filter(({ settled }) => !settled),
    unfit: judged.flatMap(({ settled }) => (settled ? [settled] : [])),
    nameOf: given.nameOf,
  };
}

/** Nothing, where there is somebody to invite. */
function settledOf({ position }: WaitingRow, verdict: Verdict, problem: string | undefined): Settled | undefined {
  if (verdict.memberId !== null || verdict.problem !== null) return { position, ...verdict, state: "left out" };
  return problem === undefined ? undefined : { position, verdict: "beyond", problem, state: "failed", memberId: null };
}

const settledAs = ({ position, verdict, memberId }: Invitee): Settled => ({
  ...{ position, verdict, memberId },
  problem: null,
  state: "invited",
});

type Told = { person: Invitee; batchId: string; nameOf: (groupId: string) => string };

/** A guest is known by their address alone until they join. */
function recordInvited(c: Change, { accountId }: Viewer, { person, batchId, nameOf }: Told) {
  const { memberId: id, email, products, lines } = person;
  const name = (person.verdict === "new" && fullName(person)) || email;
  const roles = person.roles.map(({ role, groupId }) => ({ role, group: nameOf(groupId) }));
  const subject = { accountId, id, name };
  // One event each: what is told of a batch is told by one of them.
  c.record("invitation.sent", subject, { after: { email, roles, products, lines: lines.length } }, { batchId });
}
