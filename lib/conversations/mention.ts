import { eq, sql } from "drizzle-orm";
import { groups, mentions } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { colleaguesOn } from "./colleagues";

type Noted = { id: string; accountId: string; numberId: string; groupId: string; seq: number; note: string };

/**
 * "@Ben Ortiz", or "@Ben" where no other colleague of the line is called so. Answers the names behind which there is nobody
 * to tell, as they were written.
 */
export async function mention(
  c: Change,
  viewer: Viewer,
  { id, accountId, numberId, groupId, seq, note }: Noted,
): Promise<string[]> {
  const said = [...note.matchAll(NAMES)].map(({ index }) => note.slice(index + 1));
  if (said.length === 0) return [];
  const group = await c.one(c.tx.select({ path: groups.path }).from(groups).where(eq(groups.id, groupId)));
  const colleagues = await colleaguesOn(viewer, { id: numberId, path: group.path }, c.tx);
  const meant = said.map((words) => ({ words, people: meantBy(words.toLowerCase(), colleagues) }));
  const told = [...new Set(meant.flatMap(({ people }) => people))];
  if (told.length > 0)
    await c.tx
      .insert(mentions)
      .values(told.map((memberId) => ({ accountId, conversationId: id, memberId, seq })))
      .onConflictDoUpdate({ target: [mentions.memberId, mentions.conversationId], set: { seq: sql`excluded.seq` } });
  const unknown = meant.filter(({ people }) => people.length === 0);
  return [...new Set(unknown.map(({ words }) => WORD.exec(words)?.[0] ?? ""))];
}

/** Where somebody is named: an @ that is in no address. */
const NAMES = /(?<![\p{L}\p{N}._-])@(?=\p{L})/gu;
const WORD = /^[\p{L}\p{N}'’-]+/u;

/** Whoever is called as the words begin; by the first name alone where there is no other. */
function meantBy(words: string, colleagues: readonly { id: string; name: string }[]): string[] {
  const firstOf = (name: string) => name.toLowerCase().split(" ")[0] ?? "";
  return colleagues
    .filter(({ name }) => {
      const alone = colleagues.filter((each) => firstOf(each.name) === firstOf(name)).length === 1;
      return beginsWith(words, name.toLowerCase()) || (alone && beginsWith(words, firstOf(name)));
    })
    .map(({ id }) => id);
}

/** The words themselves, not the beginning of longer ones. */
const beginsWith = (text: string, words: string) =>
  words !== "" && text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
