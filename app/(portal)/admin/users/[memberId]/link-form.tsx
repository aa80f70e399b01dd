"use client";

import { type ReactNode, useContext, useEffect, useRef } from "react";
import { useAlong } from "@/components/form/along";
import { focusAnswer } from "@/components/form/answer";
import { FormContext } from "@/components/form/context";
import { HiddenFields } from "@/components/form/hidden-fields";
import { MakeWay } from "@/components/form/make-way";
import { useAnswer } from "@/components/form/use-answer";
import { Button } from "@/components/ui/button";
import { Copy } from "@/components/ui/copy";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form-state";
import { EDIT, FORMS } from "./link-names";

/** Without a `memberId` the button that sends it brings one. */
type Props = { id: string; action: FormAction; once: string; memberId?: string };

/** A form without a look of its own: only what it answers shows. */
export function LinkForm({ id, action, once, memberId }: Props) {
  const [state, submit] = useAnswer(action, { here: true });
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
      {typeof link === "string" && <InvitationLink link={link} />}
    </form>
  );
}

const InvitationLink = ({ link }: { link: string }) => (
  <Notice tone="good">
    <Copy label="Invitation link" value={link} />
    It works once, for 24 hours. A link that was emailed before no longer does.
  </Notice>
);

/** Where the other form was sent with the button that asked for it. */
export function GivenLink() {
  const { link } = useContext(FormContext).state.values;
  return typeof link === "string" && <InvitationLink link={link} />;
}

type ButtonProps = { form: keyof typeof FORMS; memberId: string; once: string; children: ReactNode };

/** Sends one of them from among the fields of the other form. */
export function LinkButton({ form, memberId, once, children }: ButtonProps) {
  const along = useAlong({ form: EDIT, act: form }, { memberId, once });
  return (
    <Button type="submit" {...(along ?? { form: FORMS[form] })}>
      {children}
    </Button>
  );
}
