"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type Size, type Variant } from "../ui/button";

type Props = { children: ReactNode; variant?: Variant; size?: Size; label?: string };

/** Sends its form; while that works it keeps its words and its width and can't be pressed again. */
export function Submit({ children, variant = "primary", size, label }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClass(variant, size)}
      aria-label={label}
      aria-busy={pending}
      disabled={pending}
    >
      {children}
    </button>
  );
}
