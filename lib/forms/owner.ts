import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { seal, unseal } from "../crypto";

/** For whom a form was made, and when; every form of the portal carries it, sealed. */
export type Owner = { memberId: string; userId: string; madeAt: number };

const USE = "form-owner";
const Written = z.tuple([z.uuid(), z.uuid(), z.number()]);

export const sealOwner = ({ memberId, userId }: Pick<Viewer, "memberId" | "userId">) =>
  seal(USE, JSON.stringify([memberId, userId, Date.now()])).toString("base64url");

/** Null: not ours, or sealed under a secret that no longer counts. */
export function readOwner(sealed: string): Owner | null {
  const opened = openedOrNull(sealed);
  if (opened === null) return null;
  const [memberId, userId, madeAt] = Written.parse(JSON.parse(opened));
  return { memberId, userId, madeAt };
}

function openedOrNull(sealed: string): string | null {
  try {
    return unseal(USE, Buffer.from(sealed.slice(0, 400), "base64url"));
  } catch {
    return null; // Whoever sends what we have not sealed is told so; there is nothing to report.
  }
}
