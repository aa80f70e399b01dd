import { sealMarks, withMark } from "@/lib/auth/browser-marks";
import { makeCompany } from "./cast";
import { sessionCookieOf } from "./login";

/** The cookies of browsers in which somebody has logged in: one with a session, whatever became of it, one without. */
export async function cookiesOfKnown() {
  const { ana } = await makeCompany();
  const { name, value } = await sessionCookieOf(ana);
  return [`a=1; ${name}=${value}`, `lineup.browser=${sealMarks(withMark([], { ...ana, passwordChangedAt: null }))}`];
}
