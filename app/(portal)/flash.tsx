"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { onRefused } from "@/components/form/use-answer";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";

/** What the page before had to say: gone with the next page, refusal or Close; without a script it stands in the page. `id` tells the same words said twice apart. */
export function Flash({ id, words }: { id: string; words: string }) {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [said, setSaid] = useState({ id, here });
  const [goneSince, setGoneSince] = useState("");
  useEffect(() => onRefused(() => setGoneSince(id)), [id]);
  if (said.id !== id) setSaid({ id, here });
  if ((said.id === id && said.here !== here) || goneSince === id) return null;

  function close() {
    setGoneSince(id);
    document.querySelector<HTMLElement>("#content")?.focus();
  }

  return (
    <div className="flash">
      <Notice tone="good" close={<Close onClick={close} />}>
        {words}
      </Notice>
    </div>
  );
}

const Close = ({ onClick }: { onClick: () => void }) => (
  <Button variant="quiet" size="icon" aria-label="Close" onClick={onClick}>
    <Icon name="close" />
  </Button>
);
