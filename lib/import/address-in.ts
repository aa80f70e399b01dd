import * as fields from "../fields";
import { asciiAddress } from "../text/address";
import { visible } from "../text/invisible";

/** "smtp:old@x.example+SMTP:ana@x.example" (the capitals are the main one), "ana@x.example ::: ana@home.example" */
const severalOf = (cell: string) =>
  /smtp:/i.test(cell)
    ? cell
        .split(/[+;,\s]+(?=[a-z0-9]+:)/i)
        .sort((a, b) => Number(b.trim().startsWith("SMTP:")) - Number(a.trim().startsWith("SMTP:")))
        .map((each) => each.trim().replace(/^smtp:/i, ""))
    : cell.split(" ::: ");

/** `Cy Young <cy@cedar.example>`, `cy@cedar.example (Cy Young)`, `Cy Young (cy@cedar.example)` */
const BESIDE = [
  /^(.*?)[<[(]\s*(?:mailto:)?([^\s<>()[\]]+@[^\s<>()[\]]+)\s*[>\])]$/s,
  /^(?:mailto:)?(\S+@\S+)\s+\((.*)\)$/s,
];

/** The address in a cell, as it stands there or with a name beside it. Empty where there is none: what was typed stays. */
export function addressIn(cell: string): { email: string; name: string; isAddress: boolean; problem?: string } {
  const plain = asciiAddress(cell);
  if (plain !== null) return { email: plain, name: "", isAddress: true };
  const [typed = ""] = severalOf(visible(cell).trim());
  const whole = fields.email.safeParse(typed.replace(/^mailto:/i, ""));
  if (whole.success) return { email: whole.data, name: "", isAddress: true };
  for (const [at, way] of BESIDE.entries()) {
    const [, one = "", two = ""] = way.exec(typed) ?? [];
    const [name, address] = at === 0 ? [one, two] : [two, one];
    const beside = fields.email.safeParse(address);
    if (beside.success) return { email: beside.data, name: nameOf(name), isAddress: true };
  }
  return { email: typed, name: "", isAddress: false, problem: whole.error.issues[0]?.message ?? "" };
}

const nameOf = (text: string) =>
  text
    .trim()
    .replace(/^["“'](.*)["”']$/s, "$1")
    .trim();

/** Quicker than reading it; as sure as it needs to be to tell columns from each other. */
export const looksLikeAddress = (cell: string) =>
  cell.includes("@") && /[^\s@<>()]@[^\s@<>()]+\.[^\s@<>().]/.test(cell);
