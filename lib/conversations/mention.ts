import { eq, sql } from "drizzle-orm";
import { groups, mentions } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import type { Change } from "../change";
import { colleaguesOn } from "./colleagues";

type Noted = { id: string; accountId: string; numberId: string; groupId: string; seq: number; note: string };

/**
 * "@Ben Ortiz", or "@Ben" where no other colleague of the line is called so. Answers the names behind which there is nobody
 * to tell, as they were written; one's own is no mistake.
 */
export async function mention(
  c: Change,
  viewer: Viewer,
  { id, accountId, numberId, groupId, seq, note }: Noted,
): Promise<string[]> {
  const said = [...note.matchAll(NAMES)].map(({ index }) => note.slice(index + 1));
  if (said.length === 0) return [];
  const group = await c.one(c.tx.select({ path: groups.path }).from(groups).where(eq(groups.id, groupId)));
  const colleagues = await colleaguesOn(viewer, { id: numberId, path: group.path }, c.tx, EVERYBODY);
  const meantBy = whoIsCalled(colleagues);
  const meant = said.map((words) => ({ words, people: meantBy(words) }));
  const told = [...new Set(meant.flatMap(({ people }) => people))];
  if (told.length > 0)
    await c.tx
      .insert(mentions)
      .values(told.map((memberId) => ({ accountId, conversationId: id, memberId, seq })))
      .onConflictDoUpdate({ target: [mentions.memberId, mentions.conversationId], set: { seq: sql`excluded.seq` } });
  const self = { id: viewer.memberId, name: fullName(viewer) };
  const orSelf = whoIsCalled([self, ...colleagues]);
  const unknown = meant.filter(({ words, people }) => people.length === 0 && !orSelf(words).includes(self.id));
  return [...new Set(unknown.map(({ words }) => WORD.exec(words)?.[0] ?? ""))];
}

/** More than share a line anywhere. */
const EVERYBODY = 100_000;

/** Where somebody is named: an @ that is in no address. */
const NAMES = /(?<![\p{L}\p{N}_])@(?=\p{L})/gu;
const WORD = /^[\p{L}\p{N}'’-]+/u;

/** Whoever is called as the words begin; by the first name alone where there is no other. */
function whoIsCalled(people: readonly { id: string; name: string }[]) {
  const named = people.map(({ id, name }) => ({ id, name: name.toLowerCase(), first: firstOf(name) }));
  const sharing = new Map<string, number>();
  for (const { first } of named) sharing.set(first, (sharing.get(first) ?? 0) + 1);
  return (words: string): string[] => {
    const text = words.toLowerCase();
    const isCalled = ({ name, first }: { name: string; first: string }) =>
      beginsWith(text, first) && (sharing.get(first) === 1 || beginsWith(text, name));
    return named.filter(isCalled).map(({ id }) => id);
  };
}

const firstOf = (name: string) => name.toLowerCase().split(" ")[0] ?? "";

/** The words themselves, not the beginning of longer ones. */
const beginsWith = (text: string, words: string) =>
  words !== "" && text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
