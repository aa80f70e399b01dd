"use client";

import { type ReactNode, useActionState, useId } from "react";
import { type FormAction, initialFormState } from "@/lib/form-state";
import { HiddenFields } from "../form/hidden-fields";
import { Submit } from "../form/submit";
import { buttonClass, type Variant } from "./button";
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
  /** True when the address says `?ask={verb}`: how browsers that cannot open a dialog without a script ask. */
  asked?: boolean;
};

/** Asks before it acts. The browser opens the dialog by itself (`command`), so no script is needed. */
export function Confirm({ verb, question, children, action, once, fields, variant = "danger", asked = false }: Props) {
  const id = useId();
  const [state, submit] = useActionState(action, initialFormState);
  const refused = state.attempt > 0 && !state.ok;
  return (
    <>
      <form>
        {/* Without a type it opens the dialog where `command` is known, and asks by the address where it is not. */}
        <button className={buttonClass(variant)} name="ask" value={verb} {...{ command: "show-modal", commandfor: id }}>
          {verb}
        </button>
      </form>
      <dialog id={id} className="dialog" open={refused || asked || undefined} aria-labelledby={`${id}-q`}>
        <h2 id={`${id}-q`}>{question}</h2>
        <div className="dialog-text">{children}</div>
        {state.message && <Notice tone="bad">{state.message}</Notice>}
        <div className="dialog-foot">
          <form method="dialog">
            <button type="submit" className="btn">
              Cancel
            </button>
          </form>
          <form action={submit}>
            <HiddenFields once={once} fields={fields} />
            <Submit variant={variant}>{verb}</Submit>
          </form>
        </div>
      </dialog>
    </>
  );
}
