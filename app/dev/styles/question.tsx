"use client";

import { Confirm } from "@/components/ui/confirm";
import { Copy } from "@/components/ui/copy";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form-state";

const nothing: FormAction = async (state) => state;

/** Asks, and does nothing. */
export const Question = () => (
  <Confirm verb="Delete" question="Are you sure you want to permanently delete Ben Ortiz?" action={nothing} once="">
    <p>Conversations released: 3. Messages kept: 1,208.</p>
  </Confirm>
);

/** As it stands in the page where there is no script, and it was refused. */
export const Refused = () => (
  <>
    <dialog open className="dialog" aria-label="Refused">
      <h2>Disable Ana Silva?</h2>
      <Notice tone="bad">This is the company's only Admin. Make somebody else an Admin first.</Notice>
    </dialog>
    <Copy label="Invitation link" value="https://portal.example/welcome?token=3nq0" />
  </>
);
