"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useEffect, useState } from "react";
import { whenAnswered } from "@/components/form/acting";
import { Notice } from "@/components/ui/notice";
import { aboutOf, calm } from "./calm";
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
const refreshHere = () => refresh?.();
const ask = () => whenAnswered(refreshHere);
const asking = calm(ask);

/** The page asks anew for what it shows when that has changed. Without a script one loads it again. */
export function Live({ thread, line, children }: Props) {
  const router = useRouter();
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const readAtOnce = readPatiently();
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
      {isLost && (
        <Notice tone="bad">
          <h1 className="text-[length:inherit]">You no longer have this line.</h1>
          <a className="link" href="/inbox">
            Inbox
          </a>
        </Notice>
      )}
      <div className={isLost ? "opacity-50" : "contents"} inert={isLost}>
        {children}
      </div>
    </>
  );
}
