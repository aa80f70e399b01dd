"use client";

import { createContext, useContext, useId } from "react";
import { type FormState, initialFormState } from "@/lib/form-state";

export type Values = FormState["values"];

/** What somebody had typed into a form of this page that could not be taken; without a form's name it was a button. */
export type Kept = {
  id: string;
  form: string;
  values: Values;
  words: string;
  /** It was sent with another act of its page: it may hold what the page does, and there is nothing to say then. */
  along?: Pick<FormState, "errors"> & { message: string | undefined };
} & Pick<FormState, "picks">;

/** The form's last answer, and what its fields held before there was one. */
type Context = { state: FormState; values: Values; kept?: Kept | undefined; sent?: Sent | undefined };

/** That its fields are sent with another form of the page, by its id, under the name of the act; `press` is its button's. */
export type Sent = { form: string; act: string; press: { form: string; name: string; value: string } };

/** Under what name a field is sent, and with which form if not with its own. */
export const namedIn = (sent: Sent | undefined, name: string) =>
  sent ? { form: sent.form, name: `${sent.act}.${name}` } : { name };

/** A button of such a form that says something besides. */
export const pressing = ({ act, press }: Sent, says: Record<string, string>) => ({
  ...press,
  value: `${act}?${new URLSearchParams(says)}`,
});

export const FormContext = createContext<Context>({ state: initialFormState, values: {} });

/** What was kept of the form and stands in it again. */
export const useKept = () => useContext(FormContext).kept;

type About = { name: string; hint?: unknown; optional?: boolean | undefined; defaultValue?: string | undefined };

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** What a field needs to know: what stands in it, what is wrong with it, and how its words are tied to it. */
export function useField({ name, hint, optional, defaultValue }: About) {
  const id = useId();
  const { state, values, sent } = useContext(FormContext);
  const error = state.errors[name];
  const refused = state.attempt > 0 && !state.ok;
  const typed = first(state.values[name]);
  const words = [error ? `${id}-error` : hint ? `${id}-hint` : undefined, optional ? `${id}-optional` : undefined];
  return {
    id,
    error,
    attempt: state.attempt,
    value: typed ?? (refused ? "" : (first(values[name]) ?? defaultValue ?? "")),
    named: namedIn(sent, name),
    aria: {
      "aria-describedby": words.filter(Boolean).join(" ") || undefined,
      "aria-invalid": error ? true : undefined,
    },
  };
}

/** All that was sent under a name, once a form has been refused: of ticked boxes none may be left. */
export function useTyped(name: string): readonly string[] | undefined {
  const { state } = useContext(FormContext);
  if (state.attempt === 0 || state.ok) return undefined;
  const typed = state.values[name] ?? [];
  return Array.isArray(typed) ? typed : [typed];
}
