"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form/context";

/** Opens by itself where something in it is to be mended. */
export function LaterDetails({ children }: { children: ReactNode }) {
  const { state } = useContext(FormContext);
  return (
    <details className="min-w-0" open={Boolean(state.errors.sendAt) || undefined}>
      <summary className="btn btn-quiet">Later</summary>
      <div className="mt-2 grid gap-3">{children}</div>
    </details>
  );
}
