import { z } from "zod";
import { db } from "@/db";
import type { Viewer } from "../access/viewer";
import { NotFound } from "../errors";
import * as fields from "../fields";
import { takeInvitation } from "../invitations/quota";
import { usernameFrom } from "../text/username-from";
import { freeUsername } from "../users/propose-username";
import { firstGroup } from "./add";
import { explainTaken } from "./explain-taken";

/** What of a New User form can be read, whatever else is wrong with it. */
const Names = z.object({
  username: fields.username.optional().catch(undefined),
  email: fields.email.optional().catch(undefined),
});

/**
 * Says whose these names are while the rest of the form is not right yet. Only a hint in time: the unique indexes judge.
 * Asking is counted as adding is, so that nobody finds out more by asking this way. A username that was left empty is
 * proposed; it is never decided for anybody, because it can't be changed later.
 */
export async function refuseTaken(viewer: Viewer, typed: Record<string, unknown>) {
  if (!firstGroup(viewer)) throw new NotFound();
  const names = Names.parse(typed);
  if (!names.username && !names.email) return undefined;
  await takeInvitation(viewer);
  const taken = await explainTaken(db, viewer, names);
  if (taken) throw taken;
  const proposed = leftEmpty(typed.username) ? usernameFrom({ email: names.email ?? "" }) : "";
  return proposed ? { username: await freeUsername(proposed, viewer.accountId) } : undefined;
}

const leftEmpty = (username: unknown) => username === undefined || (typeof username === "string" && !username.trim());
