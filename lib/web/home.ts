import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import { viewerOfMember } from "../auth/viewer-of-member";
import { goTo } from "./back";

/** The first page that somebody has something to do on. */
export const homeOf = (viewer: Viewer) => (can(viewer, "account.view") ? "/admin/users" : "/settings/profile");

/** Into the account that a session works in from now on: straight to its page, since "/" would lose the words on the way. */
export async function goHome(memberId: string, message: string): Promise<never> {
  const viewer = await viewerOfMember(memberId);
  return goTo(viewer ? homeOf(viewer) : "/", message);
}
