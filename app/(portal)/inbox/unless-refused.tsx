"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form/context";

type Props = { instead: ReactNode; children: ReactNode };

/** What stands in place of the fields, but for fields that hold refused words: those stay with whoever wrote them. */
export function UnlessRefused({ instead, children }: Props) {
  const { state } = useContext(FormContext);
  const refused = state.attempt > 0 && !state.ok;
  return instead && !refused ? instead : children;
}
