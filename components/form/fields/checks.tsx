"use client";

import type { ReactNode } from "react";
import { useField, useTyped } from "../context";
import { RadioFrame } from "./radio-frame";

type Choice = { value: string; label: string; note?: ReactNode };

/** More than these may not fit: a frame says that the list goes on where it is cut off. */
const FIT = 12;
const FRAMED = "rounded-1 border border-line bg-panel px-3 py-2 print:border-0 print:bg-transparent print:p-0";
type Props = {
  name: string;
  legend: string;
  hint?: string;
  options: readonly Choice[];
  /** The values that are ticked before anybody chose. */
  defaultValue?: readonly string[];
};

/** Any number of several. More than fit are scrolled in place. */
export function Checks({ name, legend, hint, options, defaultValue = [] }: Props) {
  const { id, error, attempt, aria } = useField({ name, hint });
  const ticked = useTyped(name) ?? defaultValue;
  return (
    <RadioFrame {...{ id, legend, hint, error }} described={aria["aria-describedby"]}>
      <div
        key={attempt}
        className={`checks print:max-h-none ${options.length > FIT ? FRAMED : options.length === 1 ? "grid-cols-1" : ""}`}
      >
        {options.map((choice) => (
          <label key={choice.value} className="check print:not-has-checked:hidden">
            <input type="checkbox" name={name} value={choice.value} defaultChecked={ticked.includes(choice.value)} />
            <span>{choice.label}</span>
            {choice.note && <span className="hint print:block">{choice.note}</span>}
          </label>
        ))}
      </div>
    </RadioFrame>
  );
}
