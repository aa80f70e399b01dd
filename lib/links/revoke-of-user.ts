import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Change } from "../change";
import type { Purpose } from "./issue";
import { revokeLinks } from "./revoke";

/** The same for a login: links of these kinds die in every account that the person is in. */
export async function revokeLinksOfUser(c: Change, { userId, purposes }: { userId: string; purposes: Purpose[] }) {
  const theirs = await c.tx
    .select({ memberId: members.id })
    .from(members)
    .where(eq(members.userId, userId))
    .orderBy(members.id);
  for (const { memberId } of theirs) for (const purpose of purposes) await revokeLinks(c, { memberId, purpose });
}
