import { eq } from "drizzle-orm";
import { byIndex } from "@/db";
import { accounts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { Refused } from "../errors";
import type { Reader } from "../reader";
import { type Rule, replaced } from "./replace";

/** What a company wants to have replaced in what it sends. */
export async function ruleOf(reader: Reader, accountId: string): Promise<Rule> {
  const [found] = await reader
    .select({ mode: accounts.autoReplace, table: accounts.replacements })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return found ?? { mode: "off", table: [] };
}

/** For where somebody of that company writes; null where nothing is replaced. */
export async function replacingFor(viewer: Viewer): Promise<Rule | null> {
  const rule = await ruleOf(byIndex, viewer.accountId);
  return rule.mode === "off" ? null : rule;
}

/** Twilio takes no more in one text. */
const LONGEST = 1600;

/** What somebody has written, as it leaves. */
export async function asSent(
  reader: Reader,
  { accountId, body }: { accountId: string; body: string },
): Promise<string> {
  const { text } = replaced(body, await ruleOf(reader, accountId));
  if (text.length > LONGEST)
    throw new Refused("With what Auto-Replace makes of it, it is longer than 1,600 characters.", { field: "message" });
  if (text.trim() === "") throw new Refused("Auto-Replace leaves nothing of it.", { field: "message" });
  return text;
}
