import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import { viewerOfMember } from "../auth/session/viewer-of-member";
import { goTo } from "./back";
import { leave, startSession } from "./session-cookie";

/** The first page that somebody has something to do on. */
export const homeOf = (viewer: Viewer) =>
  can(viewer, "messages.read") ? "/inbox" : can(viewer, "account.view") ? "/admin/users" : "/settings/profile";

/** Into the account that a session works in from now on: straight to its page, since "/" would lose the words on the way. */
export async function goHome(memberId: string, message?: string): Promise<never> {
  const viewer = await viewerOfMember(memberId);
  return goTo(viewer ? homeOf(viewer) : "/", message);
}

/** In, with the session that a verb has opened in place of the browser's former one; where it opened none, to the login. */
export async function comeIn({ token, memberId }: { token: string | null; memberId: string }, message?: string) {
  if (!token) {
    await leave();
    return goTo("/login", "Your password is saved. Log in.");
  }
  await startSession(token);
  return goHome(memberId, message);
}
