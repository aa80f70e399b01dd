"use client";

import { useEffect, useRef } from "react";
import { focusAnswer } from "@/components/form/answer";
import { HiddenFields } from "@/components/form/hidden-fields";
import { MakeWay } from "@/components/form/make-way";
import { useAnswer } from "@/components/form/use-answer";
import { Copy } from "@/components/ui/copy";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form-state";

/** Without a `memberId` the button that sends it brings one. */
type Props = { id: string; action: FormAction; once: string; memberId?: string };

/** A form without a look of its own: only what it answers shows. */
export function LinkForm({ id, action, once, memberId }: Props) {
  const [state, submit] = useAnswer(action);
  const form = useRef<HTMLFormElement>(null);
  const refused = state.message ?? Object.values(state.errors)[0];
  const link = state.values.link;

  useEffect(() => {
    if (state.attempt > 0) focusAnswer(form.current, state.ok);
  }, [state]);

  return (
    <form ref={form} id={id} action={submit} className={refused || link ? "flash" : "contents"}>
      <HiddenFields once={once} {...(memberId && { fields: { memberId } })} />
      {refused && (
        <Notice tone="bad">
          {refused}
          <MakeWay offer={state.offer} />
        </Notice>
      )}
      {typeof link === "string" && (
        <Notice tone="good">
          <Copy label="Invitation link" value={link} />
          It works once, for 24 hours. A link that was emailed before no longer does.
        </Notice>
      )}
    </form>
  );
}
