import { z } from "zod";
import { db } from "@/db";
import type { Viewer } from "../access/viewer";
import { NotFound } from "../errors";
import * as fields from "../fields";
import { takeInvitation } from "../invitations/quota";
import { firstGroup } from "./add";
import { whoseIsIt } from "./whose-is-it";

/** What of a New User form can be read, whatever else is wrong with it. */
const Names = z.object({
  username: fields.username.optional().catch(undefined),
  email: fields.email.optional().catch(undefined),
});

/**
 * Says whose these names are while the rest of the form is not right yet. Only a hint in time: the unique indexes judge.
 * Asking is counted as adding is, so that nobody finds out more by asking this way.
 */
export async function refuseTaken(viewer: Viewer, typed: Record<string, unknown>): Promise<void> {
  if (!firstGroup(viewer)) throw new NotFound();
  const names = Names.parse(typed);
  if (!names.username && !names.email) return;
  await takeInvitation(viewer);
  const taken = await whoseIsIt(db, viewer, names);
  if (taken) throw taken;
}
