import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Acquaintance, Visitor } from "../access/viewer";
import { seal, unseal } from "../crypto";

type Person = { userId: string; passwordChangedAt: Date | null };

/** The longest that browsers keep a cookie, in seconds: 400 days (RFC 6265bis). */
export const MARKS_SECONDS = 400 * 24 * 3600;

/** Persons whom one browser is known for; the one who logged in there longest ago makes room. */
const MOST = 8;

const USE = "browser marks";

const Marks = z.array(z.object({ id: z.string(), userId: z.string(), passwordAt: z.number(), at: z.number() }));

/** As the cookie holds them: encrypted and signed under AUTH_SECRET. */
export const sealMarks = (marks: readonly Acquaintance[]) => seal(USE, JSON.stringify(marks)).toString("base64url");

/** Whom a browser is known for; throws where somebody has made the cookie up or changed it. */
export function openMarks(cookie: string): Acquaintance[] {
  const marks = Marks.parse(JSON.parse(unseal(USE, Buffer.from(cookie, "base64url"))));
  return marks.filter(({ at }) => at > Date.now() - MARKS_SECONDS * 1000);
}

const passwordOf = ({ passwordChangedAt }: Person) => passwordChangedAt?.getTime() ?? 0;

/** The mark of a person on a visitor's browser. It ends with their password: a reset leaves no browser known. */
export const markOf = ({ metBefore = [] }: Visitor, person: Person) =>
  metBefore.find((mark) => mark.userId === person.userId && mark.passwordAt === passwordOf(person));

/** With a fresh mark of somebody who has just logged in, in place of their older one. */
export function withMark(marks: readonly Acquaintance[], person: Person): Acquaintance[] {
  const mark = {
    id: randomBytes(12).toString("base64url"),
    userId: person.userId,
    passwordAt: passwordOf(person),
    at: Date.now(),
  };
  return [mark, ...marks.filter(({ userId }) => userId !== person.userId)].slice(0, MOST);
}
