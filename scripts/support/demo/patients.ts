import { v7 } from "uuid";
import { type consentEvents, type contactFields, type contacts, newFieldKey } from "@/db/schema";
import { reasonOf } from "@/lib/carrier/codes";
import { nameKey } from "@/lib/contacts/fields/name-key";
import { FIRST_NAMES, LAST_NAMES } from "../seed/names";
import { before, pick } from "./rows";

/** What becomes of them after a campaign: they stop texts after the first or the second, or no text gets there. */
export type Fate = "stops at first" | "stops" | "gone";

export type Patient = { id: string; phone: string; firstName: string; lastName: string; line: number; fate?: Fate };

/** What the practice notes of its patients besides. */
export const ownFields = (accountId: string) =>
  ["Plan", "Renewal"].map((name) => ({
    ...{ id: v7(), accountId, name, nameKey: nameKey(name), key: newFieldKey() },
  })) satisfies (typeof contactFields.$inferInsert)[];

const PLANS = ["Family", "Basic", "Basic", "Premium", "Family", "Student"];
const RENEWALS = ["January", "April", "July", "October"];

/** Of some of them it isn't known. */
export const fieldValuesAt = (at: number, fields: readonly { key: string }[]) => {
  const known = [at % 5 === 2 ? undefined : pick(PLANS, at), at % 7 === 4 ? undefined : pick(RENEWALS, at)];
  return Object.fromEntries(fields.flatMap(({ key }, place) => (known[place] ? [[key, known[place]]] : [])));
};

/** A prime: steps of any length come by everybody. */
const PATIENTS = 97;

/** The lines on which they write, the busier ones more often; and of each line an area whose 555-01xx nobody else here has. */
const LINES = [0, 3, 4, 0, 1, 2, 3, 4, 0, 5];
const AREAS = ["628", "628", "628", "341", "332", "628"];

export const somePatients = (): Patient[] =>
  Array.from({ length: PATIENTS }, (_, at) => {
    const [line, fate] = [pick(LINES, at), fateOf(at)];
    return {
      ...{ id: v7(), line, ...named(at) },
      phone: `+1${pick(AREAS, line)}55501${String(at).padStart(2, "0")}`,
      ...(fate && { fate }),
    };
  });

export const named = (at: number) => ({ firstName: pick(FIRST_NAMES, at * 7), lastName: pick(LAST_NAMES, at * 11) });

function fateOf(at: number): Fate | undefined {
  if (at % 47 === 3) return "stops at first";
  if (at % 31 === 9) return "stops";
  return at % 47 === 13 ? "gone" : undefined;
}

/** The second campaign found it out. */
export const goneAt = ({ id, phone, firstName, lastName, fate }: Patient) => ({
  ...{ id, phone, firstName, lastName },
  ...(fate === "gone" && { unreachableAt: before(24 * 3), unreachableReason: reasonOf(30005) }),
});

type Person = Omit<typeof contacts.$inferInsert, "accountId" | "phone"> & { phone: string };

/** Contacts that came in with a file of people who had agreed to get texts. */
export const imported = (accountId: string, people: readonly Person[], file: string) => ({
  contacts: people.map((person, at) => ({ createdAt: before(IMPORTED + at * 0.001), ...person, accountId })),
  consentEvents: people.map(({ phone }): typeof consentEvents.$inferInsert => ({
    ...{ accountId, phone, kind: "in", source: `import ${file}`, words: "Agreed on the form at the front desk" },
    at: before(IMPORTED),
  })),
});

const IMPORTED = 24 * 45;
