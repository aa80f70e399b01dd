"use client";

import { useEffect, useState } from "react";
import { type Here, presence } from "./stream";

/** So often it is said again where one is; our server forgets after two of them: see lib/live/present.ts. */
const BEAT_MS = 5000;

/** Whoever has typed nothing for so long reads. */
const TYPING_MS = 4000;

const tell = (thread: string, state: string) =>
  fetch(`/api/live/here?thread=${thread}&state=${state}`, { method: "POST", keepalive: true }).catch(() => undefined);

/** Which colleagues read the thread, or write in it. A courtesy: that nobody answers twice is the server's doing. */
export function Presence({ conversationId }: { conversationId: string }) {
  const [others, setOthers] = useState<readonly Here[]>([]);

  useEffect(() => {
    const own = { typedAt: 0, said: "" };
    function say(state: string) {
      own.said = state;
      void tell(conversationId, state);
    }
    const beat = () => say(Date.now() - own.typedAt < TYPING_MS ? "writing" : "reading");
    function onInput({ target }: Event) {
      if (!(target instanceof HTMLTextAreaElement)) return;
      own.typedAt = Date.now();
      if (own.said !== "writing") beat();
    }
    const onLeave = () => void (document.hidden && say("gone"));
    const onPageHide = () => say("gone");
    const leave = presence((told) => {
      if (told === "anew") {
        setOthers([]);
        return say("came");
      }
      if (told.thread !== conversationId) return;
      const isHere = told.state !== "gone";
      setOthers((before) => [...before.filter(({ member }) => member !== told.member), ...(isHere ? [told] : [])]);
    });
    say("came");
    const beating = setInterval(() => void (document.hidden || beat()), BEAT_MS);
    document.addEventListener("input", onInput);
    document.addEventListener("visibilitychange", onLeave);
    window.addEventListener("pagehide", onPageHide);
    return () => {
      leave();
      clearInterval(beating);
      document.removeEventListener("input", onInput);
      document.removeEventListener("visibilitychange", onLeave);
      window.removeEventListener("pagehide", onPageHide);
      say("gone");
    };
  }, [conversationId]);

  return (
    <p className="needs-script min-h-5 text-small text-ink-2">
      {others.map(({ name, state }) => `${name} is ${state}`).join(" · ")}
    </p>
  );
}
