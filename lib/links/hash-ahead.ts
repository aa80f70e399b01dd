import { hashPassword } from "../auth/password/hash-password";
import { linkState } from "./link-state";
import type { Purpose } from "./purposes";

type NewPassword = { purpose: Purpose; token: string; password: string };

/**
 * The hash of the password that a link is about to set, made before the transaction: while many people come in at once,
 * none holds a connection for as long as a hash takes. Nothing for a dead link, which the verb will refuse.
 */
export async function hashAhead({ purpose, token, password }: NewPassword): Promise<string | undefined> {
  const link = await linkState(purpose, token);
  return link?.state === "live" ? hashPassword(password) : undefined;
}
