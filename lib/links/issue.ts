import { sql } from "drizzle-orm";
import { links } from "@/db/schema";
import type { Change } from "../change";
import { randomToken, sha256 } from "../crypto";
import { env } from "../env";
import { idList, idsOf } from "../id-list";
import { KINDS, type Purpose } from "./purposes";
import { revokeLinks } from "./revoke";

export type LinkFor = { userId: string; memberId: string; email?: string };

/** A fresh link, in place of an older one of its kind. The whole address, always on APP_URL; only its hash is kept. */
export async function issueLink(c: Change, { purpose, ...person }: LinkFor & { purpose: Purpose }): Promise<string> {
  return (await c.one(issueLinks(c, purpose, [person]))).url;
}

/** The same for many, a statement a step: each of them with the `url` of their link. */
export async function issueLinks<Person extends LinkFor>(c: Change, purpose: Purpose, people: readonly Person[]) {
  const { hours, path } = KINDS[purpose];
  // Whoever has the mailbox of an older address keeps the means to take back what was done since.
  if (purpose !== "email-stop")
    await revokeLinks(c, { memberIds: people.map(({ memberId }) => memberId), purposes: [purpose] });
  const issued = people.map((person) => ({ person, token: randomToken() }));
  const expiresAt = sql`now() + make_interval(hours => ${hours})`;
  const rows = issued.map(({ person: { userId, memberId, email }, token }) => ({
    ...{ purpose, userId, memberId, expiresAt, tokenHash: sha256(token) },
    email: email ?? null,
  }));
  await noteReplaced(c, await c.tx.insert(links).values(rows).returning({ id: links.id }));
  return issued.map(({ person, token }) => ({ ...person, url: `${env().appUrl}${path}?token=${token}` }));
}

/** What was revoked in this very change, of the same person and kind, was revoked in favour of the new link. */
async function noteReplaced(c: Change, issued: readonly { id: string }[]): Promise<void> {
  const newer = idList(idsOf(issued));
  await c.tx.execute(sql`update links older set replaced_by = newer.id from links newer
    where newer.id = any(${newer}) and older.user_id = newer.user_id and older.purpose = newer.purpose
      and (older.member_id = newer.member_id or older.purpose <> 'invitation')
      and older.id <> newer.id and older.replaced_by is null and older.revoked_at = newer.created_at`);
}
