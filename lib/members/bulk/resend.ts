import { and, eq, isNull, sql } from "drizzle-orm";
import { links, members } from "@/db/schema";
import { fullName, shortName, type Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { takeInvitations } from "../../invitations/quota";
import { issueInvitations } from "../../links/issue";
import { among, type Candidate, idsOf, subjectOf } from "./candidates";
import type { Batch } from "./change-many";

/** A new link by email for each, with the full time to run; the older ones stop working. */
export async function resendToMany(c: Change, viewer: Viewer, { people, batchId }: Batch): Promise<number> {
  await takeInvitations(c.tx, viewer, people.length);
  const ids = idsOf(people);
  await c.tx.update(members).set({ invitedBy: viewer.memberId, askedAgainAt: null }).where(among(members.id, ids));
  await c.tx
    .update(links)
    .set({ revokedAt: sql`now()` })
    .where(
      and(among(links.memberId, ids), eq(links.purpose, "invitation"), isNull(links.usedAt), isNull(links.revokedAt)),
    );
  const urls = await issueInvitations(
    c,
    people.map(({ id, userId }) => ({ memberId: id, userId })),
  );
  await c.mailAll(people.map((person) => letterTo(viewer, person, urls.get(person.id) ?? "")));
  for (const person of people) c.record("invitation.resent", subjectOf(person), undefined, { batchId });
  return people.length;
}

/** Who has a password already is asked to join with it. */
const letterTo = (
  viewer: Viewer,
  { id: memberId, accountId, email, hasPassword, ...person }: Candidate,
  url: string,
) => ({
  to: { accountId, memberId, email },
  letter: {
    template: hasPassword ? ("join" as const) : ("welcome" as const),
    ...{ firstName: shortName(person), company: viewer.accountName, inviter: fullName(viewer), url },
  },
});
