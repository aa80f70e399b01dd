"use client";

import { useContext } from "react";
import { useAlong } from "@/components/form/along";
import { FormContext } from "@/components/form/context";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = {
  /** The one that sends an invitation again. */
  form: string;
  /** What is being filled in, by its id. */
  within: string;
  once: string;
};

/** What can be done with an address that is known already. */
export function Instead({ form, within, once }: Props) {
  const { state } = useContext(FormContext);
  const along = useAlong({ form: within, act: "resend" }, { memberId: state.offer?.resendTo ?? "", once });
  if (!state.offer || state.offer.makesWay) return null;
  const { label, href, resendTo } = state.offer;
  if (!resendTo) return <ButtonLink href={href}>{label}</ButtonLink>;
  return (
    <Button type="submit" {...(along ?? { form, name: "memberId", value: resendTo })}>
      {label}
    </Button>
  );
}
