import { type NameOrder, splitFullName } from "../../import/full-name";
import type { Figure } from "../../text/figure";
import { visibleName } from "../../text/invisible";

/** One person as somebody wrote them down. `email` stands as typed where it is no address, and `problem` says so. */
export type Listed = { position: number; email: string; firstName: string; lastName: string; problem?: string };

/** So many at once: more would be a file for which a person wants to see less than all of it anyway. */
export const MOST_ROWS = 10_000;

/** How many there are nobody counts to the end. */
export const tooMany = (figure: Figure) =>
  `That is more than ${figure(MOST_ROWS)} people, which is the most at once: split the list.`;

/** As a page can show it and a column can hold it: one line, well formed, not longer than an address may be. */
export const shown = (text: string) => (/^[ -~]*$/.test(text) ? text.trim().slice(0, MOST_SHOWN) : shownLine(text));

const MOST_SHOWN = 254;

const shownLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, MOST_SHOWN)
    .toWellFormed();

/** A name in its parts; what can't be a name is left for them to fill in. */
export function splitName(text: string, order: NameOrder): { firstName: string; lastName: string } {
  const whole = shown(text).replace(/[\s,،]+$/u, "");
  const { firstName, lastName } = splitFullName(whole, order);
  return { firstName: named(visibleName(firstName)), lastName: named(visibleName(lastName)) };
}

/** As on every form. */
export const MOST_NAME = 80;

/** What can be a name; "" for what can't. */
export const named = (text: string) => {
  const name = shown(text);
  return name.length > MOST_NAME || /\ufffd/.test(name) ? "" : name;
};
