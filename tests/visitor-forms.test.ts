import { beforeAll, describe, expect, test, vi } from "vitest";
import { confirm } from "@/app/(signed-out)/confirm-email/actions";
import { sendLink } from "@/app/(signed-out)/forgot-password/actions";
import { remind } from "@/app/(signed-out)/forgot-username/actions";
import { enter } from "@/app/(signed-out)/login/actions";
import { savePassword } from "@/app/(signed-out)/reset-password/actions";
import { subscribe } from "@/app/(signed-out)/s/[token]/actions";
import { createCompany } from "@/app/(signed-out)/setup/actions";
import { stop } from "@/app/(signed-out)/u/[token]/actions";
import { askForAnother, createPassword, joinByPassword } from "@/app/(signed-out)/welcome/actions";
import { write } from "@/app/dev/phone/actions";
import { provide } from "@/lib/env";
import { type FormAction, type FormState, initialFormState } from "@/lib/form-state";

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "203.0.113.7", "x-lineup-from-here": "1" }),
  cookies: async () => ({ get: () => undefined, set: () => {}, delete: () => {} }),
}));

const secret = "walnut bridge copper 12";
const passwords = { password: secret, confirmPassword: secret };
const token = { token: "nobody's" };
const person = { firstName: "Ana", lastName: "Lima", username: "ana.lima", timeZone: "Pacific/Auckland" };
const company = { company: "Harbor Dental", email: "ana@harbor.example", setupCode: "x" };

type Fields = Record<string, string>;

/** Each form of those who are not logged in, filled in so that nobody's data comes of it. */
const forms: [string, FormAction, Fields][] = [
  ["Log in", enter, { identifier: "nobody", password: "x", next: "/" }],
  ["Send reset link", sendLink, { identifier: "nobody" }],
  ["Email my username", remind, { email: "nobody@lineup.test" }],
  ["Save password", savePassword, { ...token, ...passwords }],
  ["Create password", createPassword, { ...token, ...person, ...passwords }],
  ["Ask for a new invitation", askForAnother, token],
  ["Join with a password", joinByPassword, { ...token, password: "x" }],
  ["Confirm the address", confirm, token],
  ["Set up", createCompany, { ...person, ...company, ...passwords }],
  ["Subscribe", subscribe, { ...token, phone: "(202) 555-0188" }],
  ["Stop texts", stop, token],
  ["Text as a customer", write, { from: "+12025550188", to: "+12025550100", message: "Are you open?" }],
];

const oddities: Record<string, (data: FormData, name: string) => void> = {
  "as it is": () => {},
  missing: (data, name) => data.delete(name),
  doubled: (data, name) => data.append(name, String(data.get(name))),
  "a file": (data, name) => data.set(name, new File(["x"], "x.txt")),
  empty: (data, name) => data.set(name, ""),
  "10 kB": (data, name) => data.set(name, "x".repeat(10_000)),
  "with NUL": (data, name) => data.set(name, "a\0b"),
  "half a sign": (data, name) => data.set(name, "\ud800"),
  "a direction turned round": (data, name) => data.set(name, "\u202e"),
};

async function answerTo(
  action: FormAction,
  fields: Fields,
  name: string,
  change: (data: FormData, name: string) => void,
) {
  const data = new FormData();
  for (const [field, value] of Object.entries({ once: crypto.randomUUID(), ...fields })) data.append(field, value);
  change(data, name);
  const began = performance.now();
  const state = await action(initialFormState, data).catch((error: unknown) => redirectOf(error));
  return { state, ms: performance.now() - began };
}

/** An answer on another page; anything else that is thrown would be a failure of ours. */
function redirectOf(error: unknown): FormState {
  if (error instanceof Error && "digest" in error && /^NEXT_REDIRECT/.test(String(error.digest)))
    return initialFormState;
  throw error;
}

const wordsOf = ({ message, errors }: FormState) => [...(message ? [message] : []), ...Object.values(errors)];

const odd = (fields: Fields) =>
  Object.entries(oddities).flatMap(([oddity, change]) =>
    ["once", ...Object.keys(fields)].map((name) => ({ says: `${name}: ${oddity}`, name, change })),
  );

describe.each(forms)("%s", (label, action, fields) => {
  // A customer's telephone is there on the embedded database alone.
  beforeAll(() => provide({ LINEUP_EMBEDDED: action === write ? "1" : "" }));

  test("says in our words what is wrong with each field, whatever is sent for it", async () => {
    const answers = await Promise.all(
      odd(fields).map(async ({ says, name, change }) => ({ says, ...(await answerTo(action, fields, name, change)) })),
    );
    for (const { says, state } of answers)
      for (const words of wordsOf(state)) {
        expect(words, says).toMatch(/^[A-Z"].*[.?]$/);
        expect(words, says).not.toMatch(/\b(invalid|expected|received|undefined|null|string|too (big|small))\b/i);
      }
    if (label !== "Log in") return;
    for (const { says, state, ms } of answers) {
      expect(wordsOf(state), says).toEqual(["Wrong username, email or password."]);
      expect(ms, says).toBeGreaterThan(240);
    }
  });
});
