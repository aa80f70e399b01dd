"use client";

import { unstable_isUnrecognizedActionError as isUnknownAction } from "next/navigation";
import { useActionState, useEffect } from "react";
import { type FormAction, type FormState, initialFormState, typedValues } from "@/lib/form-state";
import { useActing } from "./acting";
import { sendAgain } from "./send-again";

const REFUSED = "lineup-refused";

type How = {
  /** What it begins with. */
  before?: FormState | undefined;
  /**
   * Where the answer is this very page as it is now: all that somebody has typed, opened, chosen and scrolled to on it
   * stays. Otherwise Next makes a page anew for whom it leads on.
   */
  here?: boolean;
};

/** An action's last answer, and what sends it. A refusal is told to the page, too: see `onRefused`. */
export const useAnswer = (action: FormAction, { before = initialFormState, here = false }: How = {}) =>
  useKnown(action, here ? staying(known(action)) : known(action), before);

function useKnown(action: FormAction, onClient: FormAction, before: FormState) {
  // The server's markup needs the action itself, to work without a script.
  const answered = useActionState(typeof window === "undefined" ? action : onClient, before);
  const [state, , pending] = answered;
  useActing(pending);
  useEffect(() => {
    if (state.attempt > 0 && !state.ok) document.dispatchEvent(new Event(REFUSED));
  }, [state]);
  return answered;
}

/**
 * A newer Lineup may not know the action of a page that was open before: its form goes there as a page's does. Where no
 * answer came at all the form says so, as it is: it may have been done, and its name keeps it from being done twice.
 */
const known =
  (action: FormAction): FormAction =>
  async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      if (isCut(error)) return unanswered(state, data);
      if (!isUnknownAction(error)) throw error;
      sendAgain(data);
      return new Promise<FormState>(() => {}); // Until the next page is there.
    }
  };

/** A fetch, or the reading of its answer, that fails is a TypeError by its standard. */
const isCut = (error: unknown) => error instanceof TypeError;

const unanswered = ({ attempt }: FormState, data: FormData): FormState => ({
  ok: false,
  message: "No answer came: your connection may be gone. Send it again.",
  errors: {},
  values: typedValues(data),
  attempt: attempt + 1,
});

/** An action whose answer, where it leads to this very page, is the state that forms begin with. */
export const staying =
  (action: FormAction): FormAction =>
  async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      if (!leadsHere(error)) throw error;
      return initialFormState;
    }
  };

/** Next's router has the page already; what it throws besides says where to: "NEXT_REDIRECT;push;/admin/users;303;". */
function leadsHere(error: unknown): boolean {
  if (!(error instanceof Error) || !("digest" in error)) return false;
  const [, address] = /^NEXT_REDIRECT;\w+;(.*);\d+;$/.exec(String(error.digest)) ?? [];
  return address === location.pathname + location.search;
}

/** For words of an earlier success, which must not stay beside a later refusal. Answers how to listen no longer. */
export function onRefused(listen: () => void) {
  document.addEventListener(REFUSED, listen);
  return () => document.removeEventListener(REFUSED, listen);
}
