import type { Remedy } from "./errors";

/** What a form gets back: nothing yet, or why not, with everything that was typed (never a password). */
export type FormState = {
  ok: boolean;
  message?: string;
  errors: Record<string, string>;
  /** What could be done instead of mending the fields. */
  offer?: Remedy;
  values: Record<string, string | string[]>;
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
} as const;

/** Where a form is sent that the server does not know: see app/send-again/route.ts. */
export const SEND_AGAIN = "/send-again";

/** @param page where it comes back. */
export const sendAgainFrom = (page: string) => `${SEND_AGAIN}?page=${encodeURIComponent(page)}`;
