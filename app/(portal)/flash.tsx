"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { onRefused } from "@/components/form/use-answer";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";

type Props = { id: string; words: string | null };

/**
 * What the page before had to say: gone with the next page, refusal, act or Close; without a script it stands in the page.
 * A page that is only asked for again has nothing to say, and takes no words away. `id` tells the same words said twice apart.
 */
export function Flash({ id, words }: Props) {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [said, setSaid] = useState({ id, words, here, isOld: false });
  const [goneSince, setGoneSince] = useState<string | null>(null);
  useEffect(() => onRefused(() => setGoneSince(said.id)), [said.id]);
  useEffect(() => {
    const onSubmit = () => setSaid((before) => ({ ...before, isOld: true }));
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, []);
  if (said.id !== id && (words !== null || said.isOld || said.here !== here))
    setSaid({ id, words, here, isOld: false });
  if (said.words === null || said.here !== here || goneSince === said.id) return null;

  function close() {
    setGoneSince(said.id);
    document.querySelector<HTMLElement>("#content")?.focus();
  }

  return (
    <div className="flash">
      <Notice tone="good" close={<Close onClick={close} />}>
        {said.words}
      </Notice>
    </div>
  );
}

const Close = ({ onClick }: { onClick: () => void }) => (
  <Button variant="quiet" size="icon" aria-label="Close" onClick={onClick}>
    <Icon name="close" />
  </Button>
);
