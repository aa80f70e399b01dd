"use client";

import { type ReactNode, useContext } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type Size, type Variant } from "../ui/button";
import type { useAlong } from "./along";
import { FormContext } from "./context";

type Props = {
  children: ReactNode;
  variant?: Variant;
  size?: Size;
  label?: string;
  /** The key that presses it. */
  shortcut?: string;
  /** What the form says besides when it is sent by this button. */
  says?: { name: string; value: string };
  /** Another form that goes along: see useAlong. */
  along?: ReturnType<typeof useAlong>;
};

/** Sends its form; while that works it keeps its words and its width and can't be pressed again. */
export function Submit({ children, variant = "primary", size, label, shortcut, says, along }: Props) {
  const { pending } = useFormStatus();
  const { sent } = useContext(FormContext);
  return (
    <button
      type="submit"
      {...says}
      {...(along ?? sent?.press)}
      className={buttonClass(variant, size)}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      aria-busy={pending}
      disabled={pending}
    >
      {children}
    </button>
  );
}
