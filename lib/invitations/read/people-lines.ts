import { isFooter } from "../../import/footer-line";
import { visibleName } from "../../text/invisible";
import { CLOSING, HEAD, INTRODUCTION, LABEL, MACHINES, OF_A_LETTER } from "./name-beside";

/** The lines of a letter or list that may name people, each with whom it names. */
export function peopleLines(text: string): readonly string[] {
  const lines = withoutMachines(visibleName(text).split(/\r\n|[\r\n\u2028\u2029]/))
    .filter((line) => line.trim() !== "" && (hasAt(line) || !(HEAD.test(line) || isIntroduction(line))))
    .map((line) => line.replace(LABEL, "").replace(MENTION, ""))
    .map((line) => (line.includes(":") ? line.replace(MAIL_LABEL, "") : line))
    .filter((line) => line.trim() !== "");
  // "Best" and "Total" are names, too: whoever's address stands below stays.
  const paired = inPairs(lines);
  if (paired) return withoutRemarks(paired);
  const people = withoutRemarks(lines);
  return (people.length < lines.length && inPairs(people)) || people;
}

const withoutRemarks = (lines: readonly string[]) =>
  withoutClosing(lines.filter((line) => hasAt(line) || !isFooter(line.trim())));

const isIntroduction = (line: string) => line.trimEnd().endsWith(":") && INTRODUCTION.test(line);

/** "Ann Lee, Email: ann@x.example" */
const MAIL_LABEL =
  /(?<![\p{L}\p{M}\d])(?:e-?mails?(?: address(?:es)?)?|mails?|correos?|courriels?)\s{0,3}:\s{0,3}(?=[^\s@]{1,64}@)/giu;

/** Directly beside whom a letter is from, to whom or about what. */
function withoutMachines(lines: readonly string[]): readonly string[] {
  if (!lines.some(isMachines)) return lines;
  const people: string[] = [];
  let machines: string[] = [];
  for (const line of lines.concat("")) {
    if (isMachines(line) || (machines.length > 0 && /^\s+\S/.test(line))) machines.push(line);
    else {
      const isHead = machines.length > 0 && [people.at(-1) ?? "", line].some((beside) => OF_A_LETTER.test(beside));
      if (!isHead) for (const each of machines) people.push(each);
      machines = [];
      people.push(line);
    }
  }
  return people;
}

const isMachines = (line: string) => line.includes(":") && MACHINES.test(line);

/** Below it whoever wrote the letter has their name. */
function withoutClosing(lines: readonly string[]): readonly string[] {
  const closes = lines.map((line) => !hasAt(line) && CLOSING.test(line));
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
  const addresses = lines.flatMap((line, at) => (hasAt(line) && ALONE.test(line) ? [at] : []));
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
