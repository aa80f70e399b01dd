import { sql } from "drizzle-orm";
import { links } from "@/db/schema";
import type { Change } from "../change";
import { randomToken, sha256 } from "../crypto";
import { env } from "../env";
import { idList, idsOf } from "../id-list";
import { KINDS, type Purpose } from "./purposes";
import { revokeLinks, revokeLinksOfUsers } from "./revoke";

export type LinkFor = { userId: string; memberId: string; email?: string };

/** A fresh link, in place of an older one of its kind. The whole address, always on APP_URL; only its hash is kept. */
export async function issueLink(c: Change, { purpose, ...person }: LinkFor & { purpose: Purpose }): Promise<string> {
  return (await c.one(issueLinks(c, purpose, [person]))).url;
}

/** The same for many, a statement a step: each of them with the `url` of their link. */
export async function issueLinks<Person extends LinkFor>(c: Change, purpose: Purpose, people: readonly Person[]) {
  const { hours, path } = KINDS[purpose];
  const older = await revokeOlder(c, purpose, people);
  const issued = people.map((person) => ({ person, token: randomToken() }));
  const expiresAt = sql`now() + make_interval(hours => ${hours})`;
  const rows = issued.map(({ person: { userId, memberId, email }, token }) => ({
    ...{ purpose, userId, memberId, expiresAt, tokenHash: sha256(token) },
    email: email ?? null,
  }));
  await noteReplaced(c, older, await c.tx.insert(links).values(rows).returning({ id: links.id }));
  return issued.map(({ person, token }) => ({ ...person, url: `${env().appUrl}${path}?token=${token}` }));
}

/** An invitation is to one account; what is about the login itself is one for all the accounts that the person is in. */
async function revokeOlder(c: Change, purpose: Purpose, people: readonly LinkFor[]): Promise<{ id: string }[]> {
  // Whoever has the mailbox of an older address keeps the means to take back what was done since.
  if (purpose === "email-stop") return [];
  if (purpose === "invitation")
    return revokeLinks(c, { memberIds: people.map(({ memberId }) => memberId), purposes: [purpose] });
  return revokeLinksOfUsers(c, { userIds: people.map(({ userId }) => userId), purposes: [purpose] });
}

/** The page of an older link says that there is a newer one. */
async function noteReplaced(c: Change, older: readonly { id: string }[], newer: readonly { id: string }[]) {
  if (older.length === 0) return;
  await c.tx.execute(sql`update links older set replaced_by = newer.id from links newer
    where older.id = any(${idList(idsOf(older))}) and newer.id = any(${idList(idsOf(newer))})
      and older.user_id = newer.user_id`);
}
