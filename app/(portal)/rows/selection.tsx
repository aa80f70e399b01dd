"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { MOST_TICKED } from "@/lib/most-ticked";
import { boxesIn, chosenIn, idsIn, pageBoxIn, showChosen } from "./ticks";
import { useWhole } from "./use-whole";

type Props = {
  /** What the boxes of the rows are called, and where all that match are counted. */
  name: string;
  counts: string;
  /** What the list was asked for: "?search=ben", or nothing. */
  asked: string;
  /** How many fit that, in figures, where the page knows it. */
  whole: string | null;
  /** What is said until they are counted, where there are very many. */
  atLeast?: string;
};

const nobody: ReadonlySet<string> = new Set();

/** What is said of more than can be sent. */
const FEWER = `Choose ${MOST_TICKED} at most, or all that match.`;

/**
 * Who is chosen stays chosen over pages, filters and searches, as fields of the form; how many is said aloud. Without a
 * script the style sheet counts what is ticked on the page.
 */
export function Selection({ name, counts, asked, whole, atLeast }: Props) {
  const count = useRef<HTMLParagraphElement>(null);
  const [here, setHere] = useState("");
  const [chosen, setChosen] = useState(nobody);
  const [isAll, setIsAll] = useState(false);
  const all = useWhole({ whole, counts, asked, here, isWanted: isAll || chosen.size > 0 });

  useLayoutEffect(() => {
    const form = count.current?.closest("form");
    if (!form) return;
    function onChange({ target }: Event) {
      if (!form || !(target instanceof HTMLInputElement)) return;
      if (target === pageBoxIn(form)) for (const box of boxesIn(form)) box.checked = target.checked;
      if (target.name === "all") setIsAll(target.checked);
      else setChosen((before) => chosenIn(form, before));
    }
    function onReset() {
      setChosen(nobody);
      setIsAll(false);
      if (form) pageBoxIn(form)?.focus();
    }
    // What was ticked before the script was there.
    setChosen(chosenIn(form, nobody));
    form.addEventListener("change", onChange);
    form.addEventListener("reset", onReset);
    return () => {
      form.removeEventListener("change", onChange);
      form.removeEventListener("reset", onReset);
    };
  }, []);

  // Rows that come are ticked before anybody can see or press them.
  useLayoutEffect(() => {
    const form = count.current?.closest("form");
    if (!form) return;
    function look() {
      if (!form) return;
      showChosen(form, chosen);
      setHere(idsIn(form));
    }
    look();
    const rows = new MutationObserver(look);
    rows.observe(form, { childList: true, subtree: true });
    return () => rows.disconnect();
  }, [chosen]);

  // Another search has others that match: all of those were never meant.
  useEffect(() => {
    const box = count.current?.closest("form")?.elements.namedItem("all");
    if (box instanceof HTMLInputElement && asked !== undefined) box.checked = false;
    setIsAll(false);
  }, [asked]);

  const isTooMany = !isAll && chosen.size > MOST_TICKED;
  useEffect(() => {
    const form = count.current?.closest("form");
    if (!isTooMany || !form) return;
    const stop = (event: Event) => event.preventDefault();
    form.addEventListener("submit", stop);
    return () => form.removeEventListener("submit", stop);
  }, [isTooMany]);

  const elsewhere = [...chosen].filter((id) => !here.includes(id));
  return (
    <>
      <p ref={count} className="bulk-count" aria-live="polite">
        {isAll ? `${all ?? "All"} selected` : chosen.size > 0 && `${chosen.size} selected`}
        {isTooMany && <span className="ml-2 font-normal text-bad">{FEWER}</span>}
      </p>
      {elsewhere.map((id) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      <label className="check">
        <input type="checkbox" name="all" value="1" />
        <span>{["All", all ?? atLeast, "that match"].filter(Boolean).join(" ")}</span>
      </label>
      <span className="without-script small max-sm:basis-full">Another page clears the selection.</span>
    </>
  );
}
