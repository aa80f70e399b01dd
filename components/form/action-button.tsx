"use client";

import type { ReactNode } from "react";
import type { FormAction } from "@/lib/form-state";
import type { Size, Variant } from "../ui/button";
import { type Along, useAlong } from "./along";
import { HiddenFields } from "./hidden-fields";
import { MakeWay } from "./make-way";
import { Submit } from "./submit";
import { useAnswer } from "./use-answer";

type Props = {
  action: FormAction;
  once: string;
  fields?: Record<string, string>;
  variant?: Variant;
  size?: Size;
  /** The accessible name where the words alone would be ambiguous. */
  label?: string;
  /** The key that presses it: see components/shell/keys.tsx. */
  shortcut?: string | undefined;
  /** What people write on its page, if anything. */
  along?: Along | undefined;
  children: ReactNode;
};

/** A form of one button, for a single act. What comes back is said beside it. */
export function ActionButton({ action, once, fields, variant = "secondary", ...rest }: Props) {
  const { size, label, shortcut, children } = rest;
  const [state, submit] = useAnswer(action, { here: Boolean(rest.along) });
  const along = useAlong(rest.along, { ...fields, once });
  const answer = state.message ?? Object.values(state.errors)[0];
  return (
    <form action={submit} className="action">
      <HiddenFields once={once} fields={fields} />
      <Submit {...{ variant, along }} {...(size && { size })} {...(label && { label })} {...(shortcut && { shortcut })}>
        {children}
      </Submit>
      {answer && (
        <p className="action-answer" role={state.ok ? "status" : "alert"}>
          {answer}
        </p>
      )}
      <MakeWay offer={state.offer} />
    </form>
  );
}
