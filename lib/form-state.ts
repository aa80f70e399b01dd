import type { Offer } from "./errors";

/** What a form gets back: nothing yet, or why not, with everything that was typed (never a password). */
export type FormState = {
  ok: boolean;
  message?: string;
  errors: Record<string, string>;
  /** What could be done instead of mending the fields. */
  offer?: Offer;
  values: Record<string, string | string[]>;
  /** Grows with every answer, so that fields can be filled again. */
  attempt: number;
};

export const initialFormState: FormState = { ok: false, errors: {}, values: {}, attempt: 0 };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
