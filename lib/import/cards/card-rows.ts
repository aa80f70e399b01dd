import { isUtf8 } from "node:buffer";
import Papa from "papaparse";
import type { Text } from "../letters/decode";
import { type Property, propertiesIn } from "./properties";

const BEGINS = /^\ufeff?\s*BEGIN:VCARD\s/i;

/** Contact cards (.vcf), as telephones and programs of mail write them, as a list of ours: a row a card. Null for what is none. */
export function cardRows(bytes: Uint8Array, wanted: readonly string[] = HEADINGS): Text | null {
  const text = new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
  return BEGINS.test(text) && !text.includes("\0") ? { text: tableOf(text, wanted), alphabet: null } : null;
}

const HEADINGS = [
  ...["First Name", "Last Name", "Full Name", "Phone Number", "Other Phone Number"],
  ...["Email", "Company", "Notes", "Group"],
];

/** Empty columns are left away. */
function tableOf(text: string, wanted: readonly string[]): string {
  const rows = Array.from(cardsIn(text), rowOf);
  const kept = HEADINGS.flatMap((heading, at) =>
    wanted.includes(heading) && rows.some((row) => row[at] !== "") ? [at] : [],
  );
  const cells = (row: readonly string[]) => kept.map((at) => row[at] ?? "");
  return Papa.unparse([HEADINGS, ...rows].map(cells), { newline: "\n" }).replaceAll("\0", "");
}

type Card = readonly Property[];

/** One after the other, as there may be a hundred thousand. The last one may have been cut off. */
function* cardsIn(text: string): Generator<Card> {
  let card: Property[] = [];
  for (const property of withoutAgents(propertiesIn(text))) {
    if (property.name !== "BEGIN") card.push(property);
    else if (card.length > 0) {
      yield card;
      card = [];
    }
  }
  if (card.length > 0) yield card;
}

/** Version 2.1 has the card of whom one acts through within one's own. Where nobody ended it, the next card does. */
function* withoutAgents(properties: Iterable<Property>): Generator<Property> {
  let [depth, isAgentNext] = [0, false];
  for (const property of properties) {
    const { name } = property;
    const card = name === "AGENT" ? property.parts.flat().join("").trim() : undefined;
    if (name === "BEGIN") depth = isAgentNext ? depth + 1 : 0;
    else if (card !== undefined && /^BEGIN:VCARD$/i.test(card)) depth++;
    if (depth > 0 && name === "END") depth--;
    else if (depth === 0 && name !== "END" && name !== "AGENT") yield property;
    isAgentNext = card === "";
  }
}

function rowOf(card: Card): string[] {
  const all = (name: string) => card.filter((each) => each.name === name).toSorted((a, b) => rankOf(a) - rankOf(b));
  const first = (name: string) => all(name)[0]?.parts[0]?.join(",").trim() ?? "";
  const [last = "", given = ""] = (all("N")[0]?.parts ?? []).map((part) => part.join(" ").trim());
  const [phone = "", ...others] = all("TEL").flatMap(({ kinds, parts }) =>
    kinds.some((kind) => NO_TEXTS.has(kind))
      ? []
      : [
          parts
            .map((part) => part.join(","))
            .join(";")
            .trim(),
        ],
  );
  const groups = all("CATEGORIES").flatMap(({ parts }) => parts.flat());
  const named = given || last ? [given, last, ""] : ["", "", first("FN")];
  const notes = all("NOTE").map(({ parts }) => parts.map((part) => part.join(",")).join(";"));
  return [
    ...[...named, phone, others.join("; "), first("EMAIL"), first("ORG"), notes.join("\n").trim()],
    groups.map((group) => group.trim()).join("; "),
  ];
}

const NO_TEXTS = new Set(["FAX", "PAGER", "MODEM"]);

/** A mobile telephone first, then what is preferred, otherwise in the order of the card. */
const rankOf = ({ kinds }: Property) => {
  const isMobile = ["CELL", "IPHONE", "MOBILE"].some((kind) => kinds.includes(kind));
  return (isMobile ? 0 : 2) + (kinds.some((kind) => /^PREF|^1$/.test(kind)) ? 0 : 1);
};
