"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";

/** What the page before had to say: gone with the next page. `id` tells the same words said twice apart. */
export function Flash({ id, words }: { id: string; words: string }) {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [said, setSaid] = useState({ id, here });
  if (said.id !== id) setSaid({ id, here });
  if (said.id === id && said.here !== here) return null;
  return (
    <div className="flash">
      <Notice tone="good">{words}</Notice>
    </div>
  );
}
