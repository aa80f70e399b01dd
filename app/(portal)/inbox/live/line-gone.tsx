"use client";

import { useEffect, useState } from "react";
import { Notice, Quoted } from "@/components/ui/notice";
import { wordsKept } from "../keep-words";

/** In place of a thread that one may see no more, with what one was writing there. */
export function LineGone({ thread }: { thread: string }) {
  const [written] = useState(() => wordsKept(thread));
  useEffect(() => {
    document.title = "You no longer have this line · Lineup";
  }, []);
  return (
    <Notice tone="bad">
      <h1 className="text-[length:inherit]">You no longer have this line.</h1>
      {written.length > 0 && <p>What you were writing here:</p>}
      {written.map(({ form, words }) => (
        <Quoted key={form}>{words}</Quoted>
      ))}
      <a className="link" href="/">
        Back to Lineup
      </a>
    </Notice>
  );
}
