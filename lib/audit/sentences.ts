import { shownNumber } from "../numbers/shown";
import { actionOf, type Facts, valueNames } from "./actions";

/** What history keeps of one event. */
export type Recorded = {
  action: string;
  actorId: string | null;
  actorName: string;
  subjectId: string | null;
  subjectName: string | null;
  details: Record<string, unknown> | null;
};

/** "Ana Silva disabled Ben Ortiz"; with `others`, "Ana Silva disabled Ben Ortiz and 22 others". */
export function sentenceOf(event: Recorded, others = 0): string {
  const subject = event.subjectName ?? "";
  const toSelf = event.actorId !== null && event.actorId === event.subjectId;
  const whom =
    others === 0 ? subject : `${subject} and ${others.toLocaleString("en")} ${others === 1 ? "other" : "others"}`;
  return actionOf(event.action)
    .say({ who: event.actorName, whom, toSelf, facts: factsOf(event.details) })
    .trim();
}

const isValues = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where only one side is a single word ("Active"), it is the status. */
function factsOf(details: Record<string, unknown> | null): Facts {
  const { before, after, ...rest } = details ?? {};
  const side = (value: unknown) => (isValues(value) ? value : value === undefined ? {} : { status: value });
  return { before: legible(side(before)), after: legible(side(after)), rest: legible(rest) };
}

const PHONES = new Set(["contactNumber", "defaultNumber", "number", "phone"]);

/** Phone numbers as people read them; history keeps them as the database does. */
const legible = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      PHONES.has(name) && typeof value === "string" ? [name, shownNumber(value)] : [name, value],
    ),
  );

export type ChangeWords = { what: string; before: string | null; after: string | null };

const LABELS: Readonly<Record<string, string>> = {
  address: "Address",
  company: "Company",
  contactNumber: "Contact number",
  conversationsReleased: "Conversations released",
  defaultNumber: "Default number",
  defaultNumberId: "Default number",
  device: "Device",
  email: "Email",
  firstName: "First name",
  group: "Group",
  invitations: "Invitations",
  isLocation: "Location",
  label: "Label",
  lastName: "Last name",
  lines: "Lines",
  messagesKept: "Messages kept",
  name: "Name",
  number: "Number",
  parent: "Parent group",
  phone: "Phone",
  products: "Products",
  role: "Role",
  roles: "Roles",
  status: "Status",
  timeZone: "Time zone",
  userType: "User type",
  username: "Username",
  website: "Website",
};

/** What an event changed, value by value: as it was, as it is, or as it simply is. Ids mean nothing to people. */
export function changesOf({ action, details }: Recorded): ChangeWords[] {
  if (actionOf(action).whole) return [];
  const { before, after, rest } = factsOf(details);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name in LABELS);
  const changed = names.map((name) => ({
    what: LABELS[name] ?? name,
    before: name in before ? valueWords(name, before[name]) : null,
    after: name in after ? valueWords(name, after[name]) : null,
  }));
  const facts = Object.keys(rest)
    .filter((name) => name in LABELS && rest[name] !== 0)
    .map((name) => ({ what: LABELS[name] ?? name, before: null, after: valueWords(name, rest[name]) }));
  return [...changed, ...facts];
}

const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

function valueWords(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
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
