import { timingSafeEqual } from "node:crypto";
import type { Visitor } from "../../access/viewer";
import { returnTry, takeTry } from "../../auth/throttle";
import { sha256 } from "../../crypto";
import { env } from "../../env";

/** Whether this is the word of this start, compared in constant time. Where there is no mailbox none is. */
export function isMailboxWord(typed: string | undefined): boolean {
  const { mailboxWord } = env();
  return mailboxWord !== undefined && timingSafeEqual(sha256(typed ?? ""), sha256(mailboxWord));
}

/** As `isMailboxWord`, for what somebody brings: twenty wrong ones a quarter of an hour and address. */
export async function openMailbox(visitor: Visitor, typed: string): Promise<boolean> {
  if (env().mailboxWord === undefined) return false;
  const tries = { name: "mailbox", of: visitor.address, most: 20, minutes: 15 };
  if (!(await takeTry(tries)) || !isMailboxWord(typed)) return false;
  await returnTry(tries);
  return true;
}
