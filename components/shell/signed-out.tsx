import type { ComponentProps } from "react";
import { KeptWords } from "../form/setting";
import { Gate } from "../ui/gate";

/** A page of one card, for people outside: its heading, what to do, and the ways on below it. */
export const SignedOut = ({ children, ...frame }: ComponentProps<typeof Gate>) => (
  <Gate {...frame}>
    <KeptWords />
    {children && <div className="gate-body">{children}</div>}
  </Gate>
);
