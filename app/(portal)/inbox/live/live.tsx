"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useEffect, useState } from "react";
import { whenAnswered } from "@/components/form/acting";
import { aboutOf, calm } from "./calm";
import { LineGone } from "./line-gone";
import { readPatiently } from "./patient-fetch";
import { live } from "./stream";

type Props = {
  /** That the page shows, and its line. */
  thread?: string;
  line?: string;
  children: ReactNode;
};

/** Of the page that is here now, if it is one that keeps up: what one did not come to is asked for by the next. */
let refresh: (() => void) | undefined;
const shown = { thread: "" };

/** Until another page is here. */
export const isShown = (thread: string): boolean => shown.thread === thread;

const refreshHere = () => refresh?.();
const ask = () => whenAnswered(refreshHere);
const asking = calm(ask);

/** The page asks anew for what it shows when that has changed. Without a script one loads it again. */
export function Live({ thread, line, children }: Props) {
  const router = useRouter();
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const readAtOnce = readPatiently();
    shown.thread = thread ?? "";
    refresh = () => startTransition(() => router.refresh());
    const leave = live((hint) => {
      if (hint.is === "anew") return asking.ask("open");
      if (hint.is === "changed") return asking.ask(aboutOf(hint.ids, thread));
      asking.stop();
      const isGone = line !== undefined && (hint.is === "out" || !hint.lines.includes(line));
      if (!isGone) return ask();
      // Asking for it would be noted as an attempt at what is others'.
      refresh = undefined;
      leave();
      // Not to whoever has just logged out here, or gone to another company.
      whenAnswered(() => setLost(true));
    });
    return () => {
      refresh = undefined;
      leave();
      readAtOnce();
    };
  }, [router, thread, line]);

  return (
    <>
      {isLost && thread && <LineGone thread={thread} />}
      <div className={isLost ? "opacity-50" : "contents"} inert={isLost}>
        {children}
      </div>
    </>
  );
}
