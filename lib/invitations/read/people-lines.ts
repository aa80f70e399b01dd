import { isFooter } from "../../import/footer-line";
import { visibleName } from "../../text/invisible";
import { ADDED, ANSWERED, CLOSING, HEAD, HEADER, INTRODUCTION, LABEL, MACHINES, OF_A_LETTER } from "./name-beside";

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

/** Of a letter's head as programs show it stays whom it is from and to; all else may be whatever its sender wrote. */
function withoutMachines(lines: readonly string[]): readonly string[] {
  if (!lines.some(isMachines)) return lines;
  const people: string[] = [];
  let head: string[] = [];
  for (const line of lines.concat("")) {
    if (HEADER.test(line) || (head.length > 0 && isSetIn(line))) head.push(line);
    else {
      for (const each of peopleOf(head)) people.push(each);
      head = [];
      people.push(line);
    }
  }
  return people;
}

function peopleOf(head: readonly string[]): readonly string[] {
  const letters = head.filter((line) => OF_A_LETTER.test(line)).length;
  const isLetter = letters > 1 || (letters === 1 && head.some((line) => MACHINES.test(line)));
  if (!isLetter || !head.some(isMachines)) return head;
  let isNamed = true;
  return head.filter((line) => {
    if (HEADER.test(line)) isNamed = [LABEL, HEAD, ANSWERED].some((named) => named.test(line));
    return isNamed;
  });
}

const isSetIn = (line: string) => /^\s+\S/.test(line);
const isMachines = (line: string) => line.includes(":") && (MACHINES.test(line) || ADDED.test(line));

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
