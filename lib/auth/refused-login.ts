import type { Visitor } from "../access/viewer";
import { disguised, tellSecurity } from "../security";
import { markOf } from "./browser-marks";
import type { Attempt, takeLoginTry } from "./login-tries";
import { noteRefused } from "./note-refused";

type Known = { userId: string; passwordChangedAt: Date | null };

/** Who is tried, and from where: in a browser that the person is known in, or in any. */
export function attemptOf(visitor: Visitor, whom: Known | { typed: string }): Attempt {
  const { address } = visitor;
  if ("typed" in whom) return { address, who: whom.typed, mark: undefined };
  return { address, who: whom.userId, mark: markOf(visitor, whom)?.id };
}

type Refused = {
  visitor: Visitor;
  attempt: Attempt;
  tries: Awaited<ReturnType<typeof takeLoginTry>>;
  person: Parameters<typeof noteRefused>[1]["person"] | undefined;
};

/** Tells of it: the log always, the person and their Admins where it is somebody. */
export async function refused({ visitor, attempt, tries, person }: Refused): Promise<void> {
  const whose = person ? { person: person.userId } : { typed: disguised(attempt.who) };
  const facts = { address: visitor.address, ...whose };
  if (tries === "taken") tellSecurity("login.refused", { ...facts, why: person ? "wrong" : "nobody" });
  else tellSecurity("login.throttled", { ...facts, by: tries });
  if (person && tries !== "address") await noteRefused(visitor, { person, tries, isStranger: !attempt.mark });
}
