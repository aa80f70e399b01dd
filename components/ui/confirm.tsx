"use client";

import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { FormAction } from "@/lib/form-state";
import { type Along, useAlong } from "../form/along";
import { HiddenFields } from "../form/hidden-fields";
import { MakeWay } from "../form/make-way";
import { Submit } from "../form/submit";
import { useAnswer } from "../form/use-answer";
import { buttonClass, type Size, type Variant } from "./button";
import { Notice } from "./notice";

type Props = {
  /** The words on the button that asks, and on the second one, that does it. */
  verb: string;
  question: string;
  /** What will happen. */
  children: ReactNode;
  action: FormAction;
  once: string;
  fields?: Record<string, string>;
  variant?: Variant;
  /** Of the button that asks; in a row it is a small one, with a name that says whom it is about. */
  size?: Size;
  label?: string;
  /** It was chosen elsewhere already: the question is open, without a script in the page. */
  asked?: boolean;
  /** What people write on its page, if anything. */
  along?: Along | undefined;
};

/** Asks before it acts. Without a script the browser opens the dialog as a popover; with one it is modal. */
export function Confirm({ verb, question, children, action, once, fields, variant = "danger", ...rest }: Props) {
  const { size, label, asked = false } = rest;
  const id = useId();
  const asks = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, submit] = useAnswer(action, { here: Boolean(rest.along) });
  const refused = state.attempt > 0 && !state.ok;
  const along = useAlong(rest.along, { ...fields, once });

  // The focus goes back to where it was: to the button, then, as if that had been pressed.
  useEffect(() => {
    if (!asked) return;
    asks.current?.focus();
    show(dialog.current);
  }, [asked]);

  function open(event: MouseEvent) {
    event.preventDefault();
    show(dialog.current);
  }

  return (
    <div className="wide">
      <button
        ref={asks}
        type="button"
        className={buttonClass(variant, size)}
        aria-label={label}
        popoverTarget={id}
        onClick={open}
      >
        {verb}
      </button>
      <dialog
        ref={dialog}
        id={id}
        className="dialog"
        popover="auto"
        open={refused || asked || undefined}
        aria-labelledby={`${id}q`}
      >
        <h2 id={`${id}q`}>{question}</h2>
        <div className="mt-2 text-ink-2">{children}</div>
        {refused && (
          <Notice tone="bad">
            {state.message ?? Object.values(state.errors)[0]}
            <MakeWay offer={state.offer} />
          </Notice>
        )}
        <div className="mt-5 flex flex-wrap items-center justify-end gap-2">
          <Cancel id={id} stands={refused || asked} close={() => dialog.current?.close()} />
          <form action={submit}>
            <HiddenFields once={once} fields={fields} />
            <Submit {...{ variant, along }}>{verb}</Submit>
          </form>
        </div>
      </dialog>
    </div>
  );
}

/** What came without a script stands open in the page. */
function show(dialog: HTMLDialogElement | null) {
  dialog?.close();
  dialog?.showModal();
}

/** A popover is hidden by its button, a dialog that stands in the page by a form. */
function Cancel({ id, stands, close }: { id: string; stands: boolean; close: () => void }) {
  if (stands)
    return (
      <form method="dialog">
        <button type="submit" className="btn">
          Cancel
        </button>
      </form>
    );
  return (
    <button type="button" className="btn" popoverTarget={id} popoverTargetAction="hide" onClick={close}>
      Cancel
    </button>
  );
}
