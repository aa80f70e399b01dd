import { eq, sql } from "drizzle-orm";
import { groups, mentions } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { colleaguesOn } from "./colleagues";

type Noted = { id: string; accountId: string; numberId: string; groupId: string; seq: number; note: string };

/** "@Ben Ortiz", or "@Ben" where no other colleague of the line is called so. */
export async function mention(c: Change, viewer: Viewer, { id, accountId, numberId, groupId, seq, note }: Noted) {
  if (!note.includes("@")) return;
  const group = await c.one(c.tx.select({ path: groups.path }).from(groups).where(eq(groups.id, groupId)));
  const colleagues = await colleaguesOn(viewer, { id: numberId, path: group.path }, c.tx);
  const said = note.toLowerCase();
  const named = colleagues.filter(({ name }) => {
    const [first = ""] = name.split(" ");
    const alone = colleagues.filter((each) => each.name.split(" ")[0] === first).length === 1;
    return said.includes(`@${name.toLowerCase()}`) || (alone && holdsWord(said, `@${first.toLowerCase()}`));
  });
  if (named.length === 0) return;
  await c.tx
    .insert(mentions)
    .values(named.map((colleague) => ({ accountId, conversationId: id, memberId: colleague.id, seq })))
    .onConflictDoUpdate({ target: [mentions.memberId, mentions.conversationId], set: { seq: sql`excluded.seq` } });
}

/** The word itself, not the beginning of a longer one. */
function holdsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/^[\p{L}\p{N}]/u.test(text.slice(at + word.length));
}
