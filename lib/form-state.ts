import type { Remedy } from "./errors";
import type { Choice } from "./pick/choice";

/** What a form gets back: nothing yet, or why not, with everything that was typed (never a password). */
export type FormState = {
  ok: boolean;
  message?: string;
  errors: Record<string, string>;
  /** What could be done instead of mending the fields. */
  offer?: Remedy;
  /** The form's page is there no more; this one is next. */
  wayOn?: string;
  values: Record<string, string | string[]>;
  /** Of fields that have too many choices to list: what was looked for, and what there is to choose from then. */
  picks?: Record<string, { find: string; choices: readonly Choice[]; isAsked: boolean }>;
  /** Grows with every answer, so that fields can be filled again. */
  attempt: number;
};

export const initialFormState: FormState = { ok: false, errors: {}, values: {}, attempt: 0 };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** The hidden fields by which a form of the portal says what it is: see lib/web/form-door.ts. */
export const ABOUT = {
  /** For whom it was made, sealed. */
  owner: "$FORM_OWNER",
  /** Which form of its page it is; a button has none. */
  name: "$FORM_NAME",
  /** What was kept and stands in it again. */
  kept: "$FORM_KEPT",
  /** A file was chosen, where the form is sent on without it. */
  file: "$FORM_FILE",
  /** Another act of its page, whose button sent it along: "claim?conversationId=…"; of Enter empty. */
  act: "$FORM_ACT",
  /** What the form of another act sends unseen: "hand-over?conversationId=…". */
  beside: "$FORM_BESIDE",
  /** What its fields held when its page was made: see `wasOf`. */
  was: "$FORM_WAS",
  /** The button that only opens more of the page: see components/form/opens.tsx. */
  opens: "$FORM_OPENS",
} as const;

/** The fields by which a picker looks for more choices where there is no script: see lib/web/form-picks.ts. */
export const PICK = {
  /** Of every picker: its field and what it picks from, "group groups-to-give". */
  all: "picks",
  /** The button that looks, by the field it looks for. */
  find: "pick-find",
  /** What is looked for, and what was last. */
  words: (field: string) => `pick-words-${field}`,
  before: (field: string) => `pick-before-${field}`,
} as const;

/** Where a form is sent that the server does not know: see app/send-again/route.ts. */
export const SEND_AGAIN = "/send-again";

/** @param page where it comes back. */
export const sendAgainFrom = (page: string) => `${SEND_AGAIN}?page=${encodeURIComponent(page)}`;

/** All values by name, in one pass: asking the form for each name anew would cost the square of their number. */
export function valuesByName(data: FormData): Map<string, FormDataEntryValue[]> {
  const fields = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of data) {
    if (isOurs(name)) continue;
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** What React and Next put into a form for themselves, and what it says about itself. */
const isOurs = (name: string) => /^\$(ACTION|FORM)/.test(name);

/** What was typed, to be shown again: text only, never a password, a token, a code or the form's key. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const typed = [...valuesByName(data)].flatMap(([name, all]) => {
    if (/password|token|code|^once$/i.test(name)) return [];
    const values = all.filter((value) => typeof value === "string");
    const [first] = values;
    if (first === undefined) return [];
    return [[name, values.length > 1 ? values : first] as const];
  });
  return Object.fromEntries(typed);
}
