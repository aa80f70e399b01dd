"use client";

import { useEffect, useRef } from "react";

/** What was sent from the page that is loaded, and where its thread was then. */
const sent = new Map<string, number>();

/** Which forms of a thread keep what is written in them. */
const FORMS = ["reply", "note"] as const;

const nameOf = (form: (typeof FORMS)[number], thread: string) => `${form} ${thread}`;

/** What was being written in a thread and has not left. */
export const wordsKept = (thread: string) =>
  FORMS.flatMap((form) => {
    const words = sessionStorage.getItem(nameOf(form, thread));
    return words ? [{ form, words }] : [];
  });

type Props = {
  form: (typeof FORMS)[number];
  thread: string;
  /** Of the newest of what this form adds to its thread. */
  seq: number;
};

/**
 * Keeps what is being written in its form until it has left, should the page be loaded anew meanwhile: in this tab alone,
 * and no longer than one is logged in (lib/web/server/cookies/clear-site-data.ts). Ctrl or Cmd+Enter sends it, as Enter in
 * another field does: later where a time is given.
 */
export function KeepWords({ form: name, thread, seq }: Props) {
  const of = nameOf(name, thread);
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    // A thread that has gone on took it, and whoever wrote it sees it there. One that has not may have failed to.
    if (seq > (sent.get(of) ?? seq)) {
      sent.delete(of);
      sessionStorage.removeItem(of);
      document.querySelector(".thread > section")?.scrollTo(0, 0);
    }
    const kept = sessionStorage.getItem(of);
    const field = form?.querySelector("textarea");
    if (kept && field?.value === "") {
      field.value = kept;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const keep = (words = "") => (words ? sessionStorage.setItem(of, words) : sessionStorage.removeItem(of));
    function onInput({ target }: Event) {
      if (!(target instanceof HTMLTextAreaElement)) return;
      sent.delete(of);
      keep(target.value);
    }
    const onSubmit = () => void sent.set(of, seq);
    function onKeyDown(event: KeyboardEvent) {
      const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
      if (!sends || !(event.target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      form?.requestSubmit();
    }
    // React resets a form with each answer; what was refused then stands in it again.
    const onReset = () => setTimeout(() => keep(form?.querySelector("textarea")?.value));
    form?.addEventListener("input", onInput);
    form?.addEventListener("submit", onSubmit);
    form?.addEventListener("reset", onReset);
    form?.addEventListener("keydown", onKeyDown);
    return () => {
      form?.removeEventListener("input", onInput);
      form?.removeEventListener("submit", onSubmit);
      form?.removeEventListener("reset", onReset);
      form?.removeEventListener("keydown", onKeyDown);
    };
  }, [of, seq]);
  return <span ref={mark} hidden />;
}
