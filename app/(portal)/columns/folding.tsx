"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = { summary: string; isFolded: boolean; children: ReactNode };

/** Stands open; on a phone it is folded where nothing in it wants a look. Without a script it stands open there, too. */
export function Folding({ summary, isFolded, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isFolded && details.current && matchMedia("(width < 640px)").matches) details.current.open = false;
  }, [isFolded]);
  return (
    <details ref={details} className="min-w-0" open>
      <summary className="w-fit font-medium">{summary}</summary>
      {children}
    </details>
  );
}
