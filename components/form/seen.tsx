"use client";

import { useContext } from "react";
import { FormContext } from "./context";

/** The state that the fields were filled from; after a refusal still the one that was sent with them. */
export function Seen({ name, now }: { name: string; now: string | number }) {
  const { state } = useContext(FormContext);
  return <input type="hidden" name={name} value={String(state.values[name] ?? now)} readOnly />;
}
