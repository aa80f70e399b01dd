"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { onRefused } from "@/components/form/use-answer";
import { Notice } from "@/components/ui/notice";

/** What the page before had to say: gone with the next page or refusal. `id` tells the same words said twice apart. */
export function Flash({ id, words }: { id: string; words: string }) {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [said, setSaid] = useState({ id, here });
  const [refusedSince, setRefusedSince] = useState("");
  useEffect(() => onRefused(() => setRefusedSince(id)), [id]);
  if (said.id !== id) setSaid({ id, here });
  if ((said.id === id && said.here !== here) || refusedSince === id) return null;
  return (
    <div className="flash">
      <Notice tone="good">{words}</Notice>
    </div>
  );
}
