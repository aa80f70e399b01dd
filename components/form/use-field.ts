"use client";

import { useContext, useId } from "react";
import { FormContext, namedIn } from "./context";

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
