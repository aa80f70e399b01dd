import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { can } from "../access/can";
import type { Permission } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import { sessionCookie } from "../auth/nextauth";
import { sessionOf } from "../auth/session-of";
import { env } from "../env";
import { requestedPath } from "./request";

/** The session's secret out of the cookie, or null for none, a forged one or one under another AUTH_SECRET. */
async function sessionToken(): Promise<string | null> {
  const name = sessionCookie();
  const cookie = (await cookies()).get(name)?.value;
  if (!cookie) return null;
  try {
    const jwt = await decode({ token: cookie, secret: env().authSecrets, salt: name });
    return jwt?.sessionToken ?? null;
  } catch {
    return null; // A cookie that can't be decrypted is no login; there is nothing to report.
  }
}

/** Who is asking, once per request, or null. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = await sessionToken();
  return token ? sessionOf(token) : null;
});

/**
 * The door into the portal. Not logged in: to the login page, and back afterwards. Without the permission the page does
 * not exist.
 */
export async function requireViewer(permission?: Permission): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) redirect(`/login?next=${encodeURIComponent(await requestedPath())}`);
  if (permission && !can(viewer, permission)) notFound();
  return viewer;
}
