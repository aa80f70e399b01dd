"use client";

import { Confirm } from "@/components/ui/confirm";
import { Copy } from "@/components/ui/copy";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form-state";

const nothing: FormAction = async (state) => state;

/** Asks, and does nothing. */
export function Question({ asked, refuses }: { asked?: true; refuses?: string }) {
  if (refuses)
    return (
      <dialog open className="dialog" aria-label="Refused">
        <h2>Disable Ana Silva?</h2>
        <Notice tone="bad">{refuses}</Notice>
      </dialog>
    );
  return (
    <>
      <Confirm
        verb="Delete"
        question="Are you sure you want to permanently delete Ben Ortiz?"
        action={nothing}
        once=""
        {...(asked && { asked })}
      >
        <p>Conversations released: 3. Messages kept: 1,208.</p>
      </Confirm>
      {asked && <Copy label="Invitation link" value="https://portal.example/welcome?token=3nq0" />}
    </>
  );
}
