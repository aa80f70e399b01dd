import type { WriteTx } from "@/db/write";
import { keepBooks } from "../change";
import { networkOf } from "./network";
import { forgetTries, type Limit, returnTry, takeTries, triesLeft } from "./throttle";

/** Ten failures a person and quarter of an hour, counted by person however they were spelt. */
export const personTries = (of: string): Limit => ({ name: "login-person", of, most: 10, minutes: 15 });

/** Where the person has logged in before: ten of that browser's own, which strangers can't use up. */
const browserTries = (of: string): Limit => ({ name: "login-browser", of, most: 10, minutes: 15 });

/** A whole office may share an address; only failures of unknown browsers stay counted. */
const addressTries = (of: string): Limit => ({ name: "login-address", of, most: 1000, minutes: 15 });

/** What an address has of one person's ten tries; it gets at all of them for a few people only. */
const fewTries = (of: string): Limit => ({ name: "login-few", of, most: 4, minutes: 15 });
const isOneOfFew = (of: string): Limit => ({ name: "login-one-of-few", of, most: 1, minutes: 15 });
const fewPeople = (of: string): Limit => ({ name: "login-few-people", of, most: 10, minutes: 15 });

/** `who`: the person's id, or what was typed where it is nobody's. `mark`: of the person on this browser. */
export type Attempt = { address: string; who: string; mark: string | undefined };

const pairOf = ({ address, who }: Attempt) => `${networkOf(address)} ${who}`;

/** Takes a try, or says whose are used up: of an address that is, nobody learns anything about anybody. */
export const takeLoginTry = (attempt: Attempt): Promise<"taken" | "address" | "browser" | "person"> =>
  keepBooks(async (tx) => {
    const { address, who, mark } = attempt;
    const take = (limit: Limit) => takeTries(tx, limit, 1);
    if (mark) return (await take(browserTries(mark))) ? "taken" : "browser";
    if (!(await take(addressTries(networkOf(address))))) return "address";
    return (await mayTryOn(tx, attempt)) && (await take(personTries(who))) ? "taken" : "person";
  });

/** One address can use up the tries of ten people, and no more than four of those of anybody else. */
async function mayTryOn(tx: WriteTx, attempt: Attempt): Promise<boolean> {
  const [pair, network] = [pairOf(attempt), networkOf(attempt.address)];
  if (await takeTries(tx, fewTries(pair), 1)) return true;
  if ((await triesLeft(tx, isOneOfFew(pair))) === 0) return true;
  return (await takeTries(tx, fewPeople(network), 1)) && takeTries(tx, isOneOfFew(pair), 1);
}

/** The password was right. Strangers' failures stay counted where the person came in by a browser of their own. */
export async function forgetLoginTries(attempt: Attempt): Promise<void> {
  const { address, who, mark } = attempt;
  if (mark) return void (await forgetTries(browserTries(mark)));
  await forgetTries(personTries(who));
  await forgetTries(fewTries(pairOf(attempt)));
  await returnTry(addressTries(networkOf(address)));
}

/** Whether unknown browsers have no try left on somebody. */
export const isUsedUp = async (tx: WriteTx, userId: string) => (await triesLeft(tx, personTries(userId))) === 0;
