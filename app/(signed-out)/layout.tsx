import type { ReactNode } from "react";
import { Forms } from "../forms";

export default function SignedOutLayout({ children }: { children: ReactNode }) {
  return <Forms>{children}</Forms>;
}
