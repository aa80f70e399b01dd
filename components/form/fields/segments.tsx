"use client";

import type { Tone } from "../../ui/pill";
import { useField } from "../use-field";
import { RadioFrame } from "./radio-frame";

type Choice = { value: string; label: string; tone?: Tone };
type Props = { name: string; legend: string; hint?: string; options: readonly Choice[]; defaultValue?: string };

/** A short choice whose words say it all (User Status). */
export function Segments({ name, legend, hint, options, defaultValue }: Props) {
  const { id, error, value, aria } = useField({ name, hint, defaultValue });
  return (
    <RadioFrame {...{ id, legend, hint, error }} described={aria["aria-describedby"]}>
      <div className="segments">
        {options.map((choice) => (
          <label key={choice.value} className="segment print:not-has-checked:hidden">
            <input type="radio" name={name} value={choice.value} defaultChecked={choice.value === value} />
            <span className={choice.tone && `dot dot-${choice.tone}`}>{choice.label}</span>
          </label>
        ))}
      </div>
    </RadioFrame>
  );
}
