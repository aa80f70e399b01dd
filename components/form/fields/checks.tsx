"use client";

import type { ReactNode } from "react";
import { useField, useTyped } from "../use-field";
import { RadioFrame } from "./radio-frame";

type Choice = { value: string; label: string; note?: ReactNode };

/** More than these may not fit: a frame says that the list goes on where it is cut off. */
const FIT = 12;
/** Four words, as of products, stand in one line or in two, none of them alone. */
const isFour = (options: readonly Choice[]) => options.length === 4 && options.every(({ label }) => label.length < 12);
const FRAMED = "rounded-1 border border-line bg-panel print:border-0 print:bg-transparent print:p-0";
const LIST = `${FRAMED} max-h-88 grid-cols-1 gap-y-0 divide-y divide-line print:divide-y-0`;
type Props = {
  name: string;
  legend: string;
  hint?: string;
  options: readonly Choice[];
  /** The values that are ticked before anybody chose. */
  defaultValue?: readonly string[];
  /** One a line, where their words are long: what is said of one stands at the end of its line. */
  isList?: true;
};

const ROW =
  "grid-cols-[16px_minmax(0,1fr)_auto] items-center px-3 py-1.5 [&>input]:mt-0 [&>.hint]:col-start-3 max-sm:[&>.hint]:col-start-2";

function columns(options: readonly Choice[]) {
  if (options.length > FIT) return `${FRAMED} px-3 py-2`;
  if (isFour(options)) return "grid-cols-2 sm:grid-cols-4";
  return options.length === 1 ? "grid-cols-1" : "";
}

/** Any number of several. More than fit are scrolled in place. */
export function Checks({ name, legend, hint, options, defaultValue = [], isList }: Props) {
  const { id, error, attempt, aria } = useField({ name, hint });
  const ticked = useTyped(name) ?? defaultValue;
  return (
    <RadioFrame {...{ id, legend, hint, error }} described={aria["aria-describedby"]}>
      <div key={attempt} className={`checks print:max-h-none ${isList ? LIST : columns(options)}`}>
        {options.map((choice) => (
          <label key={choice.value} className={`check print:not-has-checked:hidden ${isList ? ROW : ""}`}>
            <input type="checkbox" name={name} value={choice.value} defaultChecked={ticked.includes(choice.value)} />
            <span>{choice.label}</span>
            {choice.note && <span className="hint print:block">{choice.note}</span>}
          </label>
        ))}
      </div>
    </RadioFrame>
  );
}
