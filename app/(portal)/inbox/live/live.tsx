"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useEffect, useState } from "react";
import { whenAnswered } from "@/components/form/acting";
import { Notice } from "@/components/ui/notice";
import { calm } from "./calm";
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
const ask = () => refresh?.();
const asking = calm(() => whenAnswered(ask));

/** The page asks anew for what it shows when that has changed. Without a script one loads it again. */
export function Live({ thread, line, children }: Props) {
  const router = useRouter();
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const readAtOnce = readPatiently();
    refresh = () => startTransition(() => router.refresh());
    const leave = live((hint) => {
      const isGone = hint.is === "out" || (hint.is === "over" && line !== undefined && !hint.lines.includes(line));
      const isOpen = hint.is === "changed" && thread !== undefined && hint.ids.includes(thread);
      if (!isGone || line === undefined) return asking.ask(isOpen ? "open" : "list");
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
