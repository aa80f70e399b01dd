"use client";

import { useActionState, useEffect } from "react";
import { type FormAction, initialFormState } from "@/lib/form-state";

const REFUSED = "lineup-refused";

/** An action's last answer, and what sends it. A refusal is told to the page, too: see `onRefused`. */
export function useAnswer(action: FormAction) {
  const answered = useActionState(action, initialFormState);
  const [state] = answered;
  useEffect(() => {
    if (state.attempt > 0 && !state.ok) document.dispatchEvent(new Event(REFUSED));
  }, [state]);
  return answered;
}

/** For words of an earlier success, which must not stay beside a later refusal. Answers how to listen no longer. */
export function onRefused(listen: () => void) {
  document.addEventListener(REFUSED, listen);
  return () => document.removeEventListener(REFUSED, listen);
}
