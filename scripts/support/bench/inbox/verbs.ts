import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { sessions } from "@/db/schema";
import { sessionOf } from "@/lib/auth/session/session-of";
import { keepBooks } from "@/lib/change";
import { addNote } from "@/lib/conversations/add-note";
import { reply } from "@/lib/conversations/reply";
import { randomToken, sha256 } from "@/lib/crypto";
import { idList } from "@/lib/id-list";
import { say } from "../../say";
import { median } from "../load";
import type { InboxCompany } from "./company";

const ROUNDS = 150;

/** How much more a reply may cost than a note, which leaves nothing to be sent. */
const REPLY_TO_NOTE = 1.5;

async function sessionFor(me: InboxCompany["me"]): Promise<string> {
  const token = randomToken();
  const made = { ...me, tokenHash: sha256(token), address: "127.0.0.1", userAgent: "the bench" };
  const expiresAt = sql`now() + interval '1 hour'`;
  await keepBooks((tx) => tx.insert(sessions).values({ ...made, expiresAt }));
  return token;
}

/** Both in one conversation, one right after the other and in either order: what else goes on weighs on both. */
export async function replyAgainstNote({ me, lines }: InboxCompany): Promise<string[]> {
  const viewer = await sessionOf(await sessionFor(me));
  if (!viewer) throw new Error("who has the lines can't log in");
  const found = await db.execute<{ id: string; outSeq: number }>(sql`select id, out_seq as "outSeq" from conversations
    where number_id = any(${idList(lines)}) and closed_at is null and claimed_by is null order by id limit ${ROUNDS}`);
  const took = { reply: [] as number[], note: [] as number[] };
  for (const [round, { id: conversationId, outSeq }] of found.entries()) {
    const acts = {
      reply: () =>
        reply(viewer, {
          ...{ conversationId, outSeq, message: `We are open until six, ${round}.` },
          ...{ anyway: null, once: randomUUID() },
        }),
      note: () => addNote(viewer, { conversationId, note: `Asked again, ${round}.`, once: randomUUID() }),
    };
    const names = ["reply", "note"] as const;
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const began = performance.now();
      await acts[name]();
      took[name].push(performance.now() - began);
    }
  }
  const [replies, notes] = [median(took.reply), median(took.note)];
  const ratio = replies / notes;
  say(`A reply: ${replies.toFixed(1)} ms, a note: ${notes.toFixed(1)} ms, ${ratio.toFixed(2)} of ${REPLY_TO_NOTE}`);
  return ratio > REPLY_TO_NOTE ? ["a reply against a note"] : [];
}
