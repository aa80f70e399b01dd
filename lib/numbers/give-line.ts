import { eq } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { memberByLogin } from "../members/find-by-login";
import { cannotText } from "./cannot-text";
import { formatNumber } from "./format-number";
import { giveLineTo } from "./lines";
import { managedNumber } from "./managed-number";

export const GiveLine = z.object({
  numberId: z.uuid("Not found."),
  person: fields.identifier(254, "Enter a username or an email address."),
  once: fields.once,
});

/** From now on it is one of their lines, and the default number of somebody who had none. `lacks`: why they can't text yet. */
export const giveLine = (viewer: Viewer, input: z.output<typeof GiveLine>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    if (number.disabledAt) throw refused("This number is disabled. Make it Active first.");
    const member = await memberByLogin(c, viewer, input.person);
    const given = await giveLineTo(c, [member], number);
    if (given.length === 0) throw refused(`${member.name} has this number already.`);
    const lacking = c.tx.select({ lacks: cannotText }).from(members).where(eq(members.id, member.id));
    return { name: member.name, number: formatNumber(number.e164), ...(await c.one(lacking)), undo: c.undo() };
  });

const refused = (message: string) => new Refused(message, { field: "person" });
