import { and, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { lineAccess, members, users } from "@/db/schema";
import { membersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { knownPerson, nameOf } from "../members/known";
import { managedNumber } from "./managed";
import { shownNumber } from "./shown";

export const GiveLine = z.object({
  numberId: z.uuid("Not found."),
  person: fields.line(254, "Enter a username or an email address."),
  once: fields.once,
});

/** From now on the person may text from the number. It becomes the default number of somebody who had none. */
export const giveLine = (viewer: Viewer, input: z.output<typeof GiveLine>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    if (number.disabledAt) throw refused("This number is disabled. Make it Active first.");
    const member = await memberNamed(c, viewer, input.person);
    const name = nameOf(member);
    const { accountId, id: memberId } = member;
    const [given] = await c.tx
      .insert(lineAccess)
      .values({ accountId, memberId, numberId: number.id })
      .onConflictDoNothing()
      .returning({ memberId: lineAccess.memberId });
    if (!given) throw refused(`${name} has this number already.`);
    await c.tx
      .update(members)
      .set({ defaultNumberId: number.id })
      .where(and(eq(members.id, memberId), isNull(members.defaultNumberId)));
    c.record("line.given", { accountId, id: memberId, name }, { after: { number: number.e164 } });
    return { name, number: shownNumber(number.e164) };
  });

async function memberNamed(c: Change, viewer: Viewer, typed: string) {
  const [member] = await c.tx
    .select({ id: members.id, accountId: members.accountId, ...knownPerson })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        membersManagedBy(viewer),
        or(sql`lower(${users.username}) = lower(${typed})`, sql`lower(${users.email}) = lower(${typed})`),
      ),
    )
    .for("no key update", { of: members });
  if (!member) throw refused("No such user in your company.");
  return member;
}

const refused = (message: string) => new Refused(message, { field: "person" });
