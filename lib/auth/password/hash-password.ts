import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";
import { Refused } from "../../errors";

/** OWASP's floor for Argon2id (the library's default kind): 19 MiB, two passes, one lane. Stored hashes that differ are made anew at login. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/** Two at a time and 400 waiting (some five seconds): more would only make everybody wait longer. */
const hashing = pLimit(2);
const WAITING = 400;

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (hashing.pendingCount >= WAITING)
    throw new Refused("Many people are logging in right now. Try again in a minute.");
  return hashing(work);
}

/** Unicode's NFKC, so that one password typed on two keyboards is the same password. */
const canonical = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(canonical(password), PARAMETERS));

/** Nobody's: as costly to compare with as a stored one, and matched by nothing. 16 bytes of salt, 32 of digest. */
const NOBODY = `${CURRENT}${"A".repeat(22)}$${"A".repeat(43)}`;

/** Costs a whole verification also when there is no hash, so that time tells nothing. */
export async function passwordMatches(password: string, stored: string | null | undefined): Promise<boolean> {
  const right = await inTurn(() => verify(stored ?? NOBODY, canonical(password)));
  return right && typeof stored === "string";
}

export const isOutdated = (stored: string) => !stored.startsWith(CURRENT);
