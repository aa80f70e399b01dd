"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** What scrolls is come to by the keyboard as well, which not every browser sees to. */
const REACHED = 0;

/** Nearer to its end than this, one sees the newest. */
const NEAR_PX = 24;

type Props = {
  /** The places of what was said in it, oldest first. */
  seqs: readonly number[];
  children: ReactNode;
};

/**
 * Scrolls by itself, and from its end: a thread opens at its newest message, script or none, and stays there as more come
 * in; whoever has scrolled up stays where they read, and is told what has come below. In the document the oldest is first.
 */
export function FromNewest({ seqs, children }: Props) {
  const box = useRef<HTMLElement>(null);
  const seen = useRef(seqs.at(-1) ?? 0);
  const [below, setBelow] = useState(0);

  useEffect(() => {
    function look() {
      if (Math.abs(box.current?.scrollTop ?? 0) < NEAR_PX) seen.current = seqs.at(-1) ?? 0;
      setBelow(seqs.filter((seq) => seq > seen.current).length);
    }
    // Once the box has followed what has come: one's own words lead to the newest.
    const drawn = requestAnimationFrame(look);
    const scrolled = box.current;
    scrolled?.addEventListener("scroll", look, { passive: true });
    return () => {
      cancelAnimationFrame(drawn);
      scrolled?.removeEventListener("scroll", look);
    };
  }, [seqs]);

  function goDown() {
    box.current?.scrollTo(0, 0);
    box.current?.focus({ preventScroll: true });
  }

  return (
    <div className="thread relative -mx-1 min-h-40 grow basis-0 flex-col not-print:flex">
      <section
        ref={box}
        aria-label="Thread"
        tabIndex={REACHED}
        className="min-h-0 grow basis-0 flex-col-reverse overflow-y-auto overscroll-contain border-line border-y px-1 py-3 not-print:flex print:overflow-visible"
      >
        <div className="grid gap-3">{children}</div>
      </section>
      <div aria-live="polite" className="pointer-events-none absolute inset-x-0 bottom-2 text-center print:hidden">
        {below > 0 && (
          <span className="pointer-events-auto rounded-2 shadow-1">
            <Button size="small" onClick={goDown}>
              {below === 1 ? "1 new message" : `${below} new messages`}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
