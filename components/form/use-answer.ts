"use client";

import { unstable_isUnrecognizedActionError as isUnknownAction } from "next/navigation";
import { useActionState, useEffect } from "react";
import { type FormAction, type FormState, initialFormState } from "@/lib/form-state";
import { useActing } from "./acting";
import { sendAgain } from "./send-again";

const REFUSED = "lineup-refused";

/** An action's last answer, and what sends it. A refusal is told to the page, too: see `onRefused`. */
export function useAnswer(action: FormAction, before = initialFormState) {
  // The server's markup needs the action itself, to work without a script.
  const answered = useActionState(typeof window === "undefined" ? action : known(action), before);
  const [state, , pending] = answered;
  useActing(pending);
  useEffect(() => {
    if (state.attempt > 0 && !state.ok) document.dispatchEvent(new Event(REFUSED));
  }, [state]);
  return answered;
}

/** A newer Lineup may not know the action of a page that was open before: its form goes there as a page's does. */
const known =
  (action: FormAction): FormAction =>
  async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      if (!isUnknownAction(error)) throw error;
      sendAgain(data);
      return new Promise<FormState>(() => {}); // Until the next page is there.
    }
  };

/** For words of an earlier success, which must not stay beside a later refusal. Answers how to listen no longer. */
export function onRefused(listen: () => void) {
  document.addEventListener(REFUSED, listen);
  return () => document.removeEventListener(REFUSED, listen);
}
