import type { IncomingMessage } from "node:http";
import { decode } from "next-auth/jwt";
import { openMarks } from "../../auth/browser-marks";
import { cookieName } from "../../cookie-name";
import { env } from "../../env";
import { cookieOf } from "./cookies/own-cookies";

/**
 * Whether somebody has logged in on this browser before, by its cookies alone: the session's, also when that has ended,
 * or the mark that a browser is known by. No row is asked; what somebody may do is decided behind this door.
 */
export async function hasLoggedIn(req: IncomingMessage, how: { https: boolean }): Promise<boolean> {
  return isMark(cookieOf(req, cookieName("lineup.browser", how))) || (await isSession(req, how));
}

function isMark(cookie: string) {
  try {
    return cookie !== "" && openMarks(cookie).length > 0;
  } catch {
    return false; // Told of where it counts: see browser-marks.ts.
  }
}

async function isSession(req: IncomingMessage, how: { https: boolean }) {
  const name = cookieName("lineup.session", how);
  const token = cookieOf(req, name);
  if (token === "") return false;
  const jwt = await decode({ token, secret: env().authSecrets, salt: name }).catch(() => null);
  return jwt !== null;
}
