"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isActing, whenAnswered } from "@/components/form/acting";
import { HiddenFields } from "@/components/form/hidden-fields";
import { Submit } from "@/components/form/submit";
import { onRefused, useAnswer } from "@/components/form/use-answer";
import { goOn, isLost, stayInContents } from "@/components/shell/go-on";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { undo as undoAct } from "./actions";

type Said = { words: string; tone?: "good" | "bad"; undo?: string | undefined };
type Props = {
  id: string;
  said: Said | null;
  /** The key that presses Undo: by Tab it is far from a row of a long list. */
  undoKey: string | undefined;
};

/**
 * What the page before had to say: gone with the next page, refusal, act or Close; without a script it stands in the page,
 * and Close asks for the page again. What was done can be taken back from here. A page that is only asked for again has
 * nothing to say, and takes no words away. `id` tells the same words said twice apart.
 */
export function Flash({ id, said, undoKey }: Props) {
  const search = useSearchParams();
  const path = usePathname();
  const here = `${path}?${search}`;
  const [now, setNow] = useState({ id, said, here, isOld: false });
  const [goneSince, setGoneSince] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => onRefused(() => setGoneSince(now.id)), [now.id]);
  useEffect(() => {
    function onSubmit() {
      setNow((before) => ({ ...before, isOld: true }));
      // Once its form waits for its answer, which may draw this anew, or the page alone.
      setTimeout(() => isActing() && whenAnswered(() => setGoneSince(now.id)));
    }
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, [now.id]);
  if (now.id !== id && (said !== null || now.isOld || now.here !== here)) setNow({ id, said, here, isOld: false });
  const shown = now.here !== here || goneSince === now.id ? null : now.said;
  const isGone = shown === null;

  // What sticks to the top of a page makes room for it, so that it covers nothing.
  useEffect(() => {
    const root = document.documentElement.style;
    if (isGone || !now.id) root.removeProperty("--said");
    else root.setProperty("--said", `${box.current?.offsetHeight ?? 0}px`);
  }, [now.id, isGone]);

  // The button that did what is said here may be gone with what it was in; Undo, at the head of the page, is offered for seconds.
  const came = useRef(now.id);
  useEffect(() => {
    if (came.current !== now.id && now.said && isLost()) now.said.undo ? stayInContents() : goOn();
    came.current = now.id;
  }, [now.id, now.said]);

  function close() {
    const hadFocus = box.current?.contains(document.activeElement);
    setGoneSince(now.id);
    if (hadFocus) stayInContents();
  }

  return (
    <div className={shown ? "flash" : ""} ref={box} aria-live="polite">
      {shown && (
        <Notice tone={shown.tone ?? "good"}>
          <span className="flex items-center gap-2">
            <span className="flex-1">{shown.words}</span>
            {shown.undo && <Undo undoId={shown.undo} once={now.id} shortcut={undoKey} />}
            <form action={path}>
              {[...search].map(([name, value]) => (
                <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
              ))}
              <Button
                type="submit"
                variant="quiet"
                size="icon"
                aria-label="Close"
                onClick={(event) => {
                  event.preventDefault();
                  close();
                }}
              >
                <Icon name="close" />
              </Button>
            </form>
          </span>
        </Notice>
      )}
    </div>
  );
}

/** A form of its own, so that it works without a script. */
function Undo({ undoId, once, shortcut }: { undoId: string; once: string; shortcut: string | undefined }) {
  const [, submit] = useAnswer(undoAct, { here: true });
  return (
    <form action={submit}>
      <HiddenFields once={once} fields={{ undoId }} />
      <Submit variant="secondary" size="small" {...(shortcut && { shortcut })}>
        Undo
      </Submit>
    </form>
  );
}
