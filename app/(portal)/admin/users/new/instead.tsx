"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/context";
import { Button, ButtonLink } from "@/components/ui/button";

/** What can be done with an address that is known already. `form`: the one that sends an invitation again. */
export function Instead({ form }: { form: string }) {
  const { state } = useContext(FormContext);
  if (!state.offer || state.offer.makesWay) return null;
  const { label, href, resendTo } = state.offer;
  if (!resendTo) return <ButtonLink href={href}>{label}</ButtonLink>;
  return (
    <Button type="submit" form={form} name="memberId" value={resendTo}>
      {label}
    </Button>
  );
}
