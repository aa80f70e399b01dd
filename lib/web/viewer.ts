import { redirect } from "next/navigation";
import { cache } from "react";
import { can } from "../access/can";
import type { Permission } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import { sessionOf } from "../auth/session/session-of";
import { forbidden } from "./forbidden";
import { requestedPath } from "./request";
import { sessionSecret } from "./session-secret";

/** Who is asking, once per request, or null. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = await sessionSecret();
  return token ? sessionOf(token) : null;
});

/**
 * The door into the portal. Not logged in: to the login page, and back afterwards. Without the permission the page does
 * not exist.
 */
export async function requireViewer(permission?: Permission): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) return toLogin();
  if (permission && !can(viewer, permission)) await forbidden(viewer);
  return viewer;
}

/** To the login page, and back here afterwards. */
export async function toLogin(): Promise<never> {
  redirect(`/login?next=${encodeURIComponent(await requestedPath())}`);
}
