import { isFooter } from "../../import/footer-line";
import { visibleName } from "../../text/invisible";
import { CLOSING, HEAD, INTRODUCTION, LABEL, MACHINES } from "./name-beside";

/** The lines of a letter or list that may name people, each with whom it names. */
export function peopleLines(text: string): string[] {
  const lines = withoutMachines(visibleName(text).split(/[\r\n\u2028\u2029]+/))
    .filter((line) => hasAt(line) || !(HEAD.test(line) || isIntroduction(line) || isFooter(line.trim())))
    .map((line) => line.replace(LABEL, "").replace(MENTION, ""))
    .map((line) => (line.includes(":") ? line.replace(MAIL_LABEL, "") : line));
  const people = withoutClosing(lines.filter((line) => line.trim() !== ""));
  return inPairs(people) ?? [...people];
}

const isIntroduction = (line: string) => line.trimEnd().endsWith(":") && INTRODUCTION.test(line);

/** "Ann Lee, Email: ann@x.example" */
const MAIL_LABEL =
  /(?<![\p{L}\p{M}\d])(?:e-?mails?(?: address(?:es)?)?|mails?|correos?|courriels?)\s{0,3}:\s{0,3}(?=[^\s@]{1,64}@)/giu;

function withoutMachines(lines: readonly string[]): string[] {
  let isMachines = false;
  return lines.filter((line) => {
    isMachines = MACHINES.test(line) || (isMachines && /^\s/.test(line));
    return !isMachines;
  });
}

/** Below it whoever wrote the letter has their name. */
function withoutClosing(lines: readonly string[]): readonly string[] {
  const closes = lines.map((line) => !line.includes("@") && CLOSING.test(line));
  const at = closes.lastIndexOf(true);
  if (at === -1) return lines;
  const isLast = lines.length - at < SIGNED && !lines.slice(at).some(hasAt);
  return isLast ? lines.slice(0, at) : lines.filter((_, nth) => !closes[nth]);
}

const SIGNED = 8;

/**
 * A name on a line, its address on the next, as address books and programs show people, perhaps with a word below; null for
 * another list.
 */
function inPairs(lines: readonly string[]): string[] | null {
  const addresses = lines.flatMap((line, at) => (ALONE.test(line) ? [at] : []));
  const nameAt = (at: number) => (lines[at] ?? "").trim().replace(/\s*:$/, "");
  const isPaired = addresses.length > 1 && addresses.every((at) => isNameLike(nameAt(at - 1))) && addresses[0] === 1;
  const named = new Set(addresses);
  if (!isPaired) return null;
  return lines.flatMap((line, at) =>
    named.has(at) ? [`"${nameAt(at - 1)}" ${line}`] : named.has(at + 1) ? [] : [line],
  );
}

const ALONE = /^\s*[<(]?[^\s@＠,;<>]+[@＠][^\s@＠,;<>]+[>)]?\s*$/;

/** "@Ana Silva (ana@x.example)", as chats name people. */
const MENTION = /(?<![^\s,;(])@(?=\p{L}[^\s@.,;]*[\s(<])/gu;

/** Also the sign that looks like one: whoever wrote it meant an address. */
export const hasAt = (text: string) => /[@＠]/.test(text);

/** Not "ana.silva", which is more likely an address whose end was forgotten. */
export const isNameLike = (piece: string) =>
  /^["“]?(?:(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ter|ten)\s+){0,3}(?:[dl]['’])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\s.,'’\-\u200c\u200d]*["”]?$/u.test(
    piece,
  );
