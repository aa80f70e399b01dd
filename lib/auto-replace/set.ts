import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { accounts } from "@/db/schema";
import { accountManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import * as fields from "../fields";
import { refuseOverwrite, revision } from "../revision";
import type { Replacement } from "./replace";

const MOST = 200;
const LONGEST = 50;
/** Whatever becomes of it in one spelling. */
const FAR_TOO_LONG = 1000;

/** "“ = "" in each line. What stands before the first equals sign is replaced by what stands after it, which may be nothing. */
const table = z
  .string()
  .default("")
  .transform((typed, context): Replacement[] => {
    const lines = typed
      .replace(/\r\n?/g, "\n")
      .split("\n")
      .filter((line) => line.trim() !== "");
    const read = lines.map((line) => /^(.+?)=(.*)$/u.exec(line));
    const wrong = read.findIndex((found) => !found?.[1]?.trim());
    if (wrong >= 0)
      context.addIssue(`Write “what = instead” in each line, not “${lines[wrong]?.trim().slice(0, 40)}”.`);
    const pairs = read.flatMap((found) =>
      found
        ? [{ from: (found[1] ?? "").trim().slice(0, FAR_TOO_LONG).normalize("NFC"), to: (found[2] ?? "").trim() }]
        : [],
    );
    const twice = pairs.slice(0, MOST).find(({ from }, at) => pairs.findIndex((other) => other.from === from) < at);
    if (twice) context.addIssue(`“${twice.from}” stands there twice.`);
    if (pairs.length > MOST) context.addIssue(`Use ${MOST} lines or fewer.`);
    if (pairs.some(({ from, to }) => from.length > LONGEST || to.length > LONGEST))
      context.addIssue(`Use ${LONGEST} characters or fewer on each side.`);
    if (!typed.isWellFormed() || /(?![\n\t\r])\p{Cc}|\p{Noncharacter_Code_Point}|\ufffd/u.test(typed))
      context.addIssue("Use letters, digits and signs only; something invisible is in there.");
    return pairs;
  });

export const SetAutoReplace = z.object({
  autoReplace: z.enum(["off", "table", "all"], "Choose what is replaced."),
  replacements: table,
  revision,
  once: fields.once,
});

const kept = { autoReplace: accounts.autoReplace, replacements: accounts.replacements, revision: accounts.revision };

/** For those who may set it; null for everybody else. */
export async function getAutoReplace(viewer: Viewer) {
  const [found] = await db.select(kept).from(accounts).where(accountManagedBy(viewer, "auto-replace.manage"));
  return found ?? null;
}

export const lineOf = ({ from, to }: Replacement) => `${from} = ${to}`;

/** From the next text on. Refused when somebody else saved since the form was opened. */
export const setAutoReplace = (viewer: Viewer, input: z.output<typeof SetAutoReplace>) =>
  change(viewer, input.once, async (c) => {
    const { autoReplace, replacements } = input;
    const { id, name, ...before } = await c.one(
      c.tx
        .select({ id: accounts.id, name: accounts.name, ...kept })
        .from(accounts)
        .where(accountManagedBy(viewer, "auto-replace.manage"))
        .for("no key update"),
    );
    refuseOverwrite(before, input);
    await c.tx.update(accounts).set({ autoReplace, replacements }).where(eq(accounts.id, id));
    const told = (of: { autoReplace: string; replacements: readonly Replacement[] }) => ({
      autoReplace: of.autoReplace,
      replacements: of.replacements.map(lineOf).join(", "),
    });
    const details = changed(told(before), told(input));
    if (!isChanged(details)) return c.unchanged(undefined);
    c.record("auto-replace.set", { accountId: id, id, name }, details);
  });
