"use client";

import { type AriaAttributes, useEffect, useRef, useState } from "react";
import type { Choice } from "@/lib/pick/choice";
import { type Given, listOf, pickedWords } from "./list-of";
import { useCombobox } from "./use-combobox";

export type Picked = {
  id?: string;
  name: string;
  /** Where it is sent with another form than its own. */
  form?: string;
  /** Its words where no label is tied to it by `id`. */
  label: string;
  isLabelled?: true;
  given: Given;
  value: string;
  empty?: string | undefined;
  aria?: AriaAttributes;
};

/** What was chosen before the script came, whether somebody is at it, and whether they asked for the list. */
export type Early = { value: string; hadFocus: boolean; isPressed?: true };

/** One of many to search in, in the place of the browser's own list. */
export function Combobox({ early, id, name, label, given, value, empty, aria, isLabelled }: Picked & { early: Early }) {
  const [picked, setPicked] = useState(() => choiceOf(given, early.value));
  const [came, setCame] = useState(value);
  const [picks, setPicks] = useState(0);
  if (came !== value) {
    setCame(value);
    if (value !== picked.value) setPicked(choiceOf(given, value));
  }
  const nothing = empty ?? "";
  const words = picked.value === "" ? nothing : pickedWords(picked);
  const opens = early.isPressed ?? false;
  const { field, ...box } = useCombobox({ given, empty, pick, value: picked.value, isStrict: true, opens });
  const hidden = useRef<HTMLInputElement>(null);
  const begins = useRef({ given, value });

  useEffect(() => {
    if (early.hadFocus) field.current?.focus();
  }, [field, early]);

  useEffect(() => {
    if (hidden.current?.value !== value) tell(hidden.current);
  }, [value]);

  useEffect(() => {
    if (picks > 0) tell(hidden.current);
  }, [picks]);

  useEffect(() => {
    begins.current = { given, value };
  });

  // A form that was taken begins anew, and tells so before what it begins with is there.
  useEffect(() => {
    const form = hidden.current?.form;
    const renew = () => window.setTimeout(() => setPicked(choiceOf(begins.current.given, begins.current.value)));
    form?.addEventListener("reset", renew);
    return () => form?.removeEventListener("reset", renew);
  }, []);

  function pick(choice: Choice) {
    if (choice.value === picked.value) return;
    setPicked(choice);
    setPicks(picks + 1);
  }

  function leave() {
    if (box.typed === undefined) return box.close();
    if (box.typed !== "" || empty === undefined) return box.leave();
    box.close();
    pick({ value: "", label: empty });
  }

  return (
    <span className="select">
      <input
        {...aria}
        {...box.props}
        type="text"
        id={id}
        value={box.typed ?? words}
        className="input pr-8 text-ellipsis"
        aria-label={isLabelled ? undefined : label}
        title={words}
        onFocus={({ target }) => {
          box.props.onFocus();
          target.select();
        }}
        onBlur={leave}
      />
      <input
        ref={hidden}
        type="hidden"
        name={name}
        value={picked.value}
        data-was={value}
        data-choice={JSON.stringify(picked)}
      />
      {box.list}
    </span>
  );
}

const choiceOf = (given: Given, value: string): Choice =>
  listOf(given).find((choice) => choice.value === value) ?? { value, label: "" };

/** Whoever shows what would change listens to its form; a list's filters are asked at once. */
function tell(hidden: HTMLInputElement | null) {
  hidden?.dispatchEvent(new Event("change", { bubbles: true }));
  if (hidden?.form?.dataset.live !== undefined) hidden.form.requestSubmit();
}
