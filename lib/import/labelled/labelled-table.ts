import { holdsAddress } from "../address-in";
import { SIGNS } from "../cell";
import { headingKey } from "../heading";
import { belowNotes } from "./below-notes";
import { linesOfTable } from "./lines-of-table";

/** "- Name: Ann Lee", "**E-Mail:** ann@x.example", "DisplayName   : Ann Lee", and "cn:: QW5u" as directories write what is no ASCII. */
const LABELLED = /^[\s>*_•·–-]{0,10}(\p{L}[^:：=,;|\t\n@"<>]{0,59}?)[ \t]{0,40}[*_]{0,2}(::?|：)[*_]{0,2}[ \t]*(.*)$/u;
const RULE = /^[\s=_*#–-]*$/;

/** So many lines tell whether a text is like that, and so many whether gaps stand between people. */
const LOOKED_AT = 60;
const JUDGED = 2000;
const MOSTLY = 0.8;
/** So many lines of ten are neither labelled, nor go on with one that is, nor are somebody's address; half may be cells of a table. */
const MOST_ODD = 0.1;

/**
 * `isOwn`: what only such a list says of somebody; `isPasted`: people write addresses below each other in every way, which
 * are read one by one where it is no such list.
 */
type Kind = {
  isHeading: (label: string) => boolean;
  isOwn: (label: string) => boolean;
  isData: (cell: string) => boolean;
  most: number;
  columns: number;
  isPasted?: boolean;
};
type Labelled = { label: string; value: string };
type More = { more: string };
type Line = Labelled | "gap" | More;

/**
 * "Name: Ann Lee", and what else is known of her on the lines below, as people type it and directories print it: as the lines
 * of a table, and on which of them somebody may have written down a right for themselves. Null for another text, and where
 * nobody can tell for sure whose a line is.
 */
export function labelledTable(written: string, kind: Kind): { text: string; doubtful: ReadonlySet<number> } | null {
  const text = onOneLine(written);
  const address = addressLabel(text.trimStart().split("\n", LOOKED_AT).map(lineOf), kind);
  const read = address === undefined ? null : recordsOf(text, { ...kind, address });
  if (!read || (kind.isPasted && !read.records.every(isWithOneAddress))) return null;
  const { records, doubtful } = read;
  const lines = records.flatMap((record, at) => (doubtful.has(record) ? [at + 1] : []));
  return { text: linesOfTable(records, kind), doubtful: new Set(lines) };
}

/** What somebody's address is called in a text that is such a list. */
function addressLabel(sample: readonly Line[], { isHeading, isData }: Kind): string | undefined {
  const filled = sample.filter((line) => line !== "gap");
  const labelled = filled.flatMap((line) => ("label" in line ? [line] : []));
  const alone = filled.filter((line) => "more" in line && dataIn(line.more, isData));
  const isMostly = labelled.length >= MOSTLY * (filled.length - alone.length) && labelled.length * 2 > filled.length;
  if (labelled.length < 2 || !isMostly) return undefined;
  const others = filled.flatMap((line) => ("more" in line ? [line.more] : []));
  const isHeadings = (line: string) => SIGNS.some((sign) => line.split(sign).filter(isHeading).length > 1);
  const [title] = filled;
  const isTitled = title && "more" in title;
  if (isTitled && (!isTitle(title.more) || isHeading(title.more) || sample[sample.indexOf(title) + 1] !== "gap"))
    return undefined;
  const known = new Set(labelled.filter(({ label }) => isHeading(label)).map(({ label }) => headingKey(label)));
  if (known.size < 2 || others.some(isHeadings)) return undefined;
  return labelled.find(({ label, value }) => isData(value) && isHeading(label))?.label;
}

/** "New starters", above all. */
const isTitle = (line: string) => !/[,;\t|@＠"“„'«]/.test(line);

/** "Name: Ann Lee, Email: ann@x.example": all that is known of one on a line is set below each other. */
function onOneLine(text: string): string {
  const sample = text
    .trimStart()
    .split("\n", LOOKED_AT)
    .filter((line) => !RULE.test(line));
  const isPlain = (line: string) => line.length < LONGEST && !line.includes('"');
  const isOne = (line: string) => isPlain(line) && line.split(NEXT).length > 1 && LABELLED.test(line);
  if (sample.length < 1 || !sample.every(isOne)) return text;
  return text
    .split("\n")
    .map((line) => (isPlain(line) ? line.split(NEXT).join("\n") : line))
    .join("\n\n");
}

const NEXT = /[ ]{0,3}[,;|\t][ \t]{0,3}(?=\p{L}[^:：=,;|\t\n@"<>]{0,59}[:：])/u;

function lineOf(written: string): Line {
  if (RULE.test(written)) return "gap";
  const [, label, sign, value = ""] = written.length < LONGEST ? (LABELLED.exec(written) ?? []) : [];
  if (label === undefined) return { more: written };
  return { label, value: sign === "::" ? Buffer.from(value, "base64").toString() : value.trim() };
}

const LONGEST = 10_000;

/** One by one, as there may be millions. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

/** A mark that is closed on another line holds what somebody wrote, which is no line of the list's. */
const isOpen = (line: string) => line.includes('"') && line.split('"').length % 2 === 0;

const keyOf = (label: string) => headingKey(label) || label;

type Entry = Map<string, Labelled>;

type Records = { records: Entry[]; doubtful: Set<Entry> };

/** `mail`, `phone`: what they are called in this text. `own`: `isOwn` by the key of a label. */
type Reading = Kind & {
  address: string;
  mail?: string;
  phone?: string;
  bySpace: boolean;
  labels: Set<string>;
  own: Map<string, boolean>;
  /** Whom the next line is about, if it doesn't begin another; the label before it, and the one that begins everybody. */
  open?: Entry | undefined;
  last?: string;
  first?: string;
  isAfterGap: boolean;
  odd: number;
  alone: number;
} & Records;

/** Whom each line is about; null where that is not sure. Of more than `most` it reads some more, and never to the end. */
function recordsOf(text: string, kind: Kind & { address: string }): Records | null {
  const bySpace = isCutByGaps(text.split("\n", JUDGED).map(lineOf));
  const found = { records: [], doubtful: new Set<Entry>(), labels: new Set<string>(), own: new Map<string, boolean>() };
  const reading: Reading = { ...kind, bySpace, ...found, isAfterGap: true, odd: 0, alone: 0 };
  let filled = 0;
  for (const written of linesOf(text)) {
    const line = lineOf(written);
    if (line === "gap") reading.isAfterGap = true;
    else {
      filled++;
      const isSure = "more" in line ? takeMore(reading, line) : takeLabelled(reading, line);
      if (!isSure || isOpen(written)) return null;
      if (reading.records.length > kind.most + LOOKED_AT) break;
    }
  }
  close(reading);
  if (reading.records.length === 0 || reading.odd > MOST_ODD * filled || reading.alone * 2 > filled) return null;
  const plain = new Set([keyOf(kind.address), reading.first ?? ""]);
  const isOwn = (key: string, label: string) => isOwnLabel(reading, key, label);
  for (const record of belowNotes(reading.records, { plain, isOwn })) reading.doubtful.add(record);
  return reading;
}

function isOwnLabel({ own, isOwn }: Reading, key: string, label: string): boolean {
  const is = own.get(key) ?? isOwn(label);
  own.set(key, is);
  return is;
}

function takeLabelled(reading: Reading, line: Labelled): boolean {
  const key = keyOf(line.label);
  const { open, bySpace, isAfterGap, last, labels } = reading;
  reading.first ??= key;
  [reading.last, reading.isAfterGap] = [key, false];
  if (reading.isData(line.value)) reading[isMail(line.value) ? "mail" : "phone"] ??= line.label;
  if (labels.add(key).size > reading.columns) return false;
  if (!open || (bySpace ? isAfterGap : key === reading.first)) {
    // An address and then another: whose name comes after them?
    const [only, ...more] = open?.values() ?? [];
    if (!bySpace && only && more.length === 0 && reading.isData(only.value)) return false;
    close(reading);
    reading.open = new Map([[key, line]]);
    reading.records.push(reading.open);
    return true;
  }
  const before = open.get(key);
  if (!before) {
    open.set(key, line);
    return true;
  }
  // A role that somebody has already stands in what they wrote.
  const isOwn = isOwnLabel(reading, key, line.label);
  if (isOwn) reading.doubtful.add(open);
  // Two telephones stand below each other; what comes back after something else is maybe the next one's.
  if (last !== key && reading.isHeading(line.label) && !(isOwn && bySpace && key !== reading.first)) return false;
  before.value += `; ${line.value}`;
  return true;
}

const isMail = (value: string) => /[@＠]/.test(value);

/** Somebody's address or telephone, with more beside it or without. */
const dataIn = (line: string, isData: Kind["isData"]) =>
  isData(line) || line.split(/[,;\t|]/).some((cell) => isData(cell.trim())) || isData(NUMBER.exec(line)?.[0] ?? "");

/** "Ann Lee 415-555-0101": ten digits, as a town's are fewer. */
const NUMBER = /(?<![^\s])[+(]?(?:\d[\s().-]{0,2}){9,14}\d$/;

/** A long value goes on; whose address stands on a line without a label is somebody; below a gap stands what the next ones are called. */
function takeMore(reading: Reading, { more }: More): boolean {
  const { isAfterGap } = reading;
  if ((isAfterGap || /^\S/.test(more)) && dataIn(more, reading.isData)) {
    close(reading);
    const label = reading[isMail(more) ? "mail" : "phone"] ?? reading.address;
    reading.records.push(new Map([[keyOf(label), { label, value: more.trim() }]]));
    reading.isAfterGap = true;
    if (SIGNS.some((sign) => more.includes(sign))) reading.alone++;
    return true;
  }
  const before = isAfterGap ? undefined : reading.open?.get(reading.last ?? "");
  // A directory cuts where it must, and sets one sign in.
  if (before) before.value += /^ \S/.test(more) ? more.slice(1) : ` ${more.trim()}`;
  else if (holdsAddress(more)) return false;
  else if (reading.first === undefined) return true;
  if (!before || !/^\s/.test(more)) reading.odd++;
  return true;
}

/** Nobody is who has no label that people have: "version: 1". */
function close(reading: Reading): void {
  const { open, records, isHeading } = reading;
  if (open && ![...open.values()].some(({ label }) => isHeading(label))) records.pop();
  reading.open = undefined;
}

/** Where some gap stands between two that have several lines each, gaps stand between people; otherwise between any lines. */
function isCutByGaps(lines: readonly Line[]): boolean {
  const sizes = [0];
  for (const line of lines) {
    if (line === "gap") sizes.push(0);
    else if ("label" in line) sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
  }
  const filled = sizes.filter((size) => size > 0);
  return filled.length > 1 && filled.filter((size) => size > 1).length * 2 > filled.length;
}

/** Looked for where a word begins alone: anew at each sign of a long one it would take the square of its length. */
const ADDRESS = /(?<![^\s,;|<>()[\]:"'])[^\s,;|<>()[\]:"'@＠]*[@＠][^\s,;|<>()[\]:"']*/g;

function isWithOneAddress(record: Entry): boolean {
  const written = [...record.values()].flatMap(({ value }) => value.match(ADDRESS) ?? []);
  const [address = "", ...others] = new Set(written.map((each) => each.toLowerCase()));
  return others.length === 0 && address.split(/[@＠]/).length === 2;
}
