import { eq, sql } from "drizzle-orm";
import { links } from "@/db/schema";
import { writeDb } from "@/db/write";
import { change } from "@/lib/change";
import { sha256 } from "@/lib/crypto";
import { issueLink } from "@/lib/links/issue";
import type { Purpose } from "@/lib/links/purposes";
import type { Person } from "./cast";

/** A fresh link to somebody, as a verb would issue it: its token. */
export function linkTo(person: Person, purpose: Purpose, email?: string): Promise<string> {
  const { userId, memberId, accountId, name } = person;
  return change({ kind: "system", name: "the tests" }, undefined, async (c) => {
    c.record("invitation.link-copied", { accountId, id: memberId, name });
    const url = await issueLink(c, { purpose, userId, memberId, ...(email && { email }) });
    return new URL(url).searchParams.get("token") ?? "";
  });
}

/** A link's time is over by one second, or will be in so many minutes. */
export const expire = (token: string, minutes = -1 / 60) =>
  writeDb
    .update(links)
    .set({ expiresAt: sql`now() + make_interval(secs => ${minutes * 60})` })
    .where(eq(links.tokenHash, sha256(token)));
