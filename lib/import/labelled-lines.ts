import Papa from "papaparse";
import { headingKey } from "./heading";

/** "- Name: Ann Lee", "**E-Mail:** ann@x.example", "DisplayName   : Ann Lee", and "cn:: QW5u" as directories write what is no ASCII. */
const LABELLED = /^[\s>*_•·–-]{0,10}(\p{L}[^:：=,;|\t\n@"<>]{0,59}?)[ \t]{0,40}[*_]{0,2}(::?|：)[*_]{0,2}[ \t]*(.*)$/u;
const RULE = /^[\s=_*#–-]*$/;

/** So many lines tell whether a text is like that. */
const LOOKED_AT = 60;
const MOSTLY = 0.8;

type Kind = { isHeading: (label: string) => boolean; isData: (cell: string) => boolean };
type Labelled = { label: string; value: string };
type Line = Labelled | "gap" | { more: string };

/**
 * "Name: Ann Lee", and what else is known of her on the lines below, as people type it and directories print it: as the lines
 * of a table. Null for another text.
 */
export function labelledTable(written: string, { isHeading, isData }: Kind): string | null {
  const text = onOneLine(written);
  const sample = text.trimStart().split("\n", LOOKED_AT).map(lineOf);
  const filled = sample.filter((line) => line !== "gap");
  const labelled = filled.flatMap((line) => ("label" in line ? [line] : []));
  if (labelled.length < 2 || labelled.length < MOSTLY * filled.length) return null;
  const known = new Set(labelled.filter(({ label }) => isHeading(label)).map(({ label }) => headingKey(label)));
  const address = labelled.find(({ label, value }) => isData(value) && isHeading(label));
  if (known.size < 2 || !address) return null;
  const records = recordsOf(text.split("\n").map(lineOf), { address: address.label, isData });
  return Papa.unparse(tableOf(records.filter((record) => [...record.values()].some(({ label }) => isHeading(label)))));
}

/** "Name: Ann Lee, Email: ann@x.example": all that is known of one on a line is set below each other. */
function onOneLine(text: string): string {
  const sample = text
    .trimStart()
    .split("\n", LOOKED_AT)
    .filter((line) => !RULE.test(line));
  const isOne = (line: string) => line.length < LONGEST && line.split(NEXT).length > 1 && LABELLED.test(line);
  if (sample.length < 1 || !sample.every(isOne)) return text;
  return text
    .split("\n")
    .map((line) => (line.length < LONGEST ? line.split(NEXT).join("\n") : line))
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

const keyOf = (label: string) => headingKey(label) || label;

type Entry = Map<string, Labelled>;

type Whose = { address: string } & Pick<Kind, "isData">;

/** Whom each line is about. Somebody's address on a line without a label is theirs alone. */
function recordsOf(lines: readonly Line[], { address, isData }: Whose): Entry[] {
  const bySpace = isCutByGaps(lines);
  const records: Entry[] = [];
  let [last, isAfterGap]: [string, boolean] = ["", true];
  for (const line of lines) {
    if (line === "gap") isAfterGap = true;
    else if ("more" in line) {
      if (isData(line.more) && (isAfterGap || /^\S/.test(line.more))) {
        records.push(new Map([[keyOf(address), { label: address, value: line.more.trim() }]]));
        isAfterGap = true;
        continue;
      }
      // A long value goes on; below a gap stands what the next ones are called.
      const before = isAfterGap ? undefined : records.at(-1)?.get(last);
      // A directory cuts where it must, and sets one sign in.
      if (before) before.value += /^ \S/.test(line.more) ? line.more.slice(1) : ` ${line.more.trim()}`;
    } else {
      const key = keyOf(line.label);
      const record = records.at(-1);
      const before = record?.get(key);
      if (!record || (bySpace ? isAfterGap : before)) records.push(new Map([[key, line]]));
      else if (before) before.value += `; ${line.value}`;
      else record.set(key, line);
      [last, isAfterGap] = [key, false];
    }
  }
  return records;
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

function tableOf(records: readonly Entry[]): string[][] {
  const labels = new Map(records.flatMap((record) => [...record].map(([key, { label }]) => [key, label] as const)));
  return [
    [...labels.values()],
    ...records.map((record) => [...labels.keys()].map((key) => record.get(key)?.value ?? "")),
  ];
}
