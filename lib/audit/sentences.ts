import { countryName, isCountry } from "../numbers/countries";
import { formatNumber } from "../numbers/format-number";
import { shownAddress } from "../text/address";
import { type Figure, figureIn } from "../text/figure";
import { actionOf, type Facts, type Told } from "./actions";
import { valueNames } from "./value-names";

/** What history keeps of one event. */
export type Recorded = {
  action: string;
  actorId: string | null;
  actorName: string;
  subjectId: string | null;
  subjectName: string | null;
  details: Record<string, unknown> | null;
};

/** Words of a sentence; with an id where they name somebody or something. */
type Part = { words: string; id?: string | null };

/** No name holds control characters. */
const [WHO, WHOM] = ["\u0001", "\u0002"];
const NAMED = new RegExp(`([${WHO}${WHOM}])`);

/** "Ana Silva disabled Ben Ortiz"; with `others`, "Ana Silva disabled Ben Ortiz and 22 others". */
export const sentenceOf = (event: Recorded, others = 0, figure = figureIn(null)): string =>
  partsOf(event, others, figure)
    .map(({ words }) => words)
    .join("")
    .trim();

/** The same in parts, so that a page can lead to whom it names. */
export function partsOf(event: Recorded, others = 0, figure = figureIn(null)): Part[] {
  const more = others === 0 ? "" : ` and ${figure(others)} ${others === 1 ? "other" : "others"}`;
  const told = toldOf(event, more);
  return named(event, `${actionOf(event.action).say(told)}${told.facts.rest.undo ? " (undo)" : ""}`);
}

/** "3 refused logins as Ben Ortiz"; undefined for what is told each time. */
export function repeatedParts(event: Recorded, times: number, figure: Figure): Part[] | undefined {
  const repeated = actionOf(event.action).repeated;
  return repeated && named(event, repeated.say(toldOf(event), figure(times)));
}

/** What repeats each other has the same; undefined for what is told each time. */
export function repetitionOf({ action, actorId, actorName, subjectId }: Recorded): string | undefined {
  const repeated = actionOf(action).repeated;
  return repeated && `${action} ${repeated.of === "whom" ? subjectId : (actorId ?? actorName)}`;
}

const toldOf = ({ actorId, subjectId, details }: Recorded, more = ""): Told => ({
  who: WHO,
  whom: WHOM + more,
  toSelf: actorId !== null && actorId === subjectId,
  facts: factsOf(details),
});

const named = ({ actorId, actorName, subjectId, subjectName }: Recorded, said: string) =>
  said.split(NAMED).map((words): Part => {
    if (words === WHO) return { words: shownAddress(actorName), id: actorId };
    return words === WHOM ? { words: shownAddress(subjectName ?? ""), id: subjectId } : { words };
  });

const isValues = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where only one side is a single word ("Active"), it is the status. */
function factsOf(details: Record<string, unknown> | null): Facts {
  const { before, after, ...rest } = details ?? {};
  const side = (value: unknown) => (isValues(value) ? value : value === undefined ? {} : { status: value });
  return { before: legible(side(before)), after: legible(side(after)), rest: legible(rest) };
}

const PHONES = new Set(["contactNumber", "defaultNumber", "number", "phone"]);

/** Addresses, numbers and countries as people read them; history keeps them as the database does. */
const legible = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, legibly(name, value)]));

function legibly(name: string, value: unknown): unknown {
  if (name === "country" && isCountry(value)) return countryName(value);
  if (typeof value !== "string") return value;
  return PHONES.has(name) ? formatNumber(value) : name === "email" ? shownAddress(value) : value;
}

export type ChangeWords = { what: string; before: string | null; after: string | null };

/** In the order of the forms: the database keeps what was written in an order of its own. */
const LABELS: Readonly<Record<string, string>> = {
  name: "Name",
  company: "Company",
  number: "Number",
  label: "Label",
  parent: "Parent group",
  isLocation: "Location",
  address: "Address",
  country: "Country",
  phone: "Phone",
  website: "Website",
  autoReplace: "Auto-Replace",
  replacements: "Table",
  confirmAbove: "Second person above",
  status: "Status",
  firstName: "First name",
  lastName: "Last name",
  defaultNumber: "Default number",
  defaultNumberId: "Default number",
  contactNumber: "Contact number",
  timeZone: "Time zone",
  locale: "Date format",
  clock: "Clock",
  weekStart: "Week starts on",
  letterKeys: "Keyboard shortcuts of one letter",
  userType: "User type",
  role: "Role",
  group: "Group",
  username: "Username",
  email: "Email",
  roles: "Roles",
  products: "Products",
  lines: "Lines",
  invitations: "Invitations",
  conversationsReleased: "Conversations released",
  messagesKept: "Messages kept",
  fields: "Fields changed",
  device: "Device",
  page: "Page",
};

/** What an event changed, value by value: as it was, as it is, or as it simply is. Ids mean nothing to people. */
export function changesOf({ action, details }: Recorded): ChangeWords[] {
  if (actionOf(action).whole) return [];
  const { before, after, rest } = factsOf(details);
  const labels = Object.entries(LABELS);
  const changed = labels.filter(([name]) => name in before || !isNothing(after[name]));
  const facts = labels.filter(([name]) => name in rest && rest[name] !== 0);
  return [
    ...changed.map(([name, what]) => ({
      what,
      before: name in before ? valueWords(name, before[name]) : null,
      after: name in after ? valueWords(name, after[name]) : null,
    })),
    ...facts.map(([name, what]) => ({ what, before: null, after: valueWords(name, rest[name]) })),
  ];
}

/** Of what is new, what was left empty says nothing. */
const isNothing = (value: unknown) => value === undefined || value === null || value === "";

const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

function valueWords(name: string, value: unknown): string {
  if (isNothing(value)) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((each) => valueWords(name, each)).join(", ") || "none";
  if (isValues(value)) {
    const { role, group } = value;
    return [valueWords("role", role), group && `in ${valueWords("group", group)}`].filter(Boolean).join(" ");
  }
  const text = String(value);
  return valueNames[name]?.[text] ?? (isId(text) ? "another one" : text);
}

/** "Email: a@x.example → b@x.example" */
export const changeWords = ({ what, before, after }: ChangeWords) =>
  before === null ? `${what}: ${after}` : after === null ? `${what} was ${before}` : `${what}: ${before} → ${after}`;
