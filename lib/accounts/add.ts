import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import { can } from "../access/can";
import { fullName, type Viewer } from "../access/viewer";
import { takeTries } from "../auth/throttle";
import { type Change, change } from "../change";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { createCompany, placeFirstAdmin } from "./create";
import { enterAccount } from "./switch";

export const AddAccount = z.object({ company: fields.companyName, timeZone: fields.timeZone, once: fields.once });

/** More than anybody founds; each is a row in every list that an operator keeps. */
const A_DAY = 10;

/** Who looks after all of a company may make another one. */
export const mayAddAccount = (viewer: Viewer) => can(viewer, "company.manage", [viewer.rootGroupId]);

/** Another company, whose first Admin the viewer is, with the login they have; they are in it at once. */
export const addAccount = (viewer: Viewer, input: z.output<typeof AddAccount>) =>
  change(viewer, input.once, async (c) => {
    if (!mayAddAccount(viewer)) throw new NotFound();
    // Whoever deletes their login right now finds the new company's only Admin, or has done so before there was one.
    await c.one(c.tx.select({ id: users.id }).from(users).where(eq(users.id, viewer.userId)).for("key share"));
    await takeCompany(c, viewer);
    const { company, timeZone } = input;
    const account = await createCompany(c, { company, timeZone });
    const memberId = await placeFirstAdmin(c, account, viewer.userId);
    const name = fullName(viewer);
    const made = { accountId: account.accountId, id: memberId, name };
    c.record("account.created", made, { after: { company, timeZone } }, { bySubject: true });
    // The company whose right was used knows that it was, not what for.
    c.record("account.added", { accountId: viewer.accountId, id: viewer.memberId, name });
    return enterAccount(c, viewer, { memberId, isNew: true });
  });

/** Counted in the change itself: what was sent twice or refused is not counted. */
async function takeCompany(c: Change, { userId }: Viewer) {
  const companies = { name: "new-company", of: userId, most: A_DAY, minutes: 24 * 60 };
  if (!(await takeTries(c.tx, companies, 1)))
    throw new Refused(`You have made ${A_DAY} companies within a day. Make the next one tomorrow.`);
}
