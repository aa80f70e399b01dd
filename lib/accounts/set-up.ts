import { sql } from "drizzle-orm";
import { z } from "zod";
import { accounts } from "@/db/schema";
import type { Visitor } from "../access/viewer";
import { letIn } from "../auth/let-in";
import { hashPassword } from "../auth/password/hash-password";
import { newPassword, sameTwice, sameTwiceOr } from "../auth/password/new-password";
import { refuseWeak } from "../auth/password/weak-password";
import { returnTry, takeTry } from "../auth/throttle";
import { type Change, change } from "../change";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { usernameFrom } from "../text/username-from";
import { anyAccount } from "./any-account";
import { createAccount } from "./create";
import { needsSetupCode } from "./needs-setup-code";
import { isSetupCode } from "./setup-code";

export const SetUp = z
  .object({
    company: fields.companyName,
    timeZone: fields.timeZone,
    firstName: fields.firstName,
    lastName: fields.lastName,
    username: fields.username,
    email: fields.email,
    ...newPassword,
    setupCode: fields.line(80, "Enter the setup code.").optional(),
    once: fields.once,
  })
  .refine(sameTwice, sameTwiceOr)
  .refine(fields.isNamed, fields.isNamedOr);

/** A username for a form that was sent without one. */
export function proposeUsername(_visitor: Visitor, { email, firstName, lastName, username }: Record<string, unknown>) {
  const name = [firstName, lastName].filter((part) => typeof part === "string").join(" ");
  const proposed = usernameFrom({ name, ...(typeof email === "string" && { email }) });
  return username === "" && proposed ? { username: proposed } : undefined;
}

/** Any number that nothing else locks: whoever sets up at the same moment waits, and finds the company made. */
const SETUP_LOCK = 7_231_941;

/** The first company and its first Admin, who is logged in at once. Afterwards there is nothing here. */
export async function setUp(visitor: Visitor, input: z.output<typeof SetUp>) {
  if (needsSetupCode(visitor)) await checkCode(visitor, input.setupCode ?? "");
  const made = await change(visitor, input.once, async (c) => {
    await refuseSecond(c);
    const { company, timeZone, firstName, lastName, username, email, password } = input;
    const admin = { firstName, lastName, username, email };
    refuseWeak(password, { ...admin, company });
    const passwordHash = await hashPassword(password);
    const { memberId, passwordAt } = await createAccount(c, {
      company,
      timeZone,
      admin: { ...admin, locale: visitor.locale ?? null, passwordHash },
    });
    return { memberId, passwordAt };
  });
  return { memberId: made.memberId, token: await letIn(visitor, { ...made, password: input.password }) };
}

async function refuseSecond(c: Change) {
  await c.tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
  const made = await c.tx.select({ id: accounts.id }).from(accounts).limit(1);
  if (made.length > 0) throw new NotFound();
}

/** Twenty tries an hour and address: what is asked for has a hundred bits. */
async function checkCode(visitor: Visitor, typed: string): Promise<unknown> {
  const tries = { name: "setup", of: visitor.address, most: 20, minutes: 60 };
  const inTime = await takeTry(tries);
  if (inTime && isSetupCode(typed)) return returnTry(tries);
  if (await anyAccount()) throw new NotFound();
  const why = inTime
    ? "That isn't the code that the server printed."
    : "That was wrong too often. Wait an hour, then try again.";
  throw new Refused(why, { field: "setupCode" });
}
