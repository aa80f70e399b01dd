"use client";

import type { ReactNode } from "react";
import { useField } from "../use-field";
import { RadioFrame } from "./radio-frame";

type Choice = { value: string; title: string; description: string; more?: ReactNode };
type Props = { name: string; legend: string; hint?: string; options: readonly Choice[]; defaultValue?: string };

/** A choice that wants an explanation: one card each, named by its title. */
export function RadioCards({ name, legend, hint, options, defaultValue }: Props) {
  const { id, error, value, aria } = useField({ name, hint, defaultValue });
  return (
    <RadioFrame {...{ id, legend, hint, error }} described={aria["aria-describedby"]}>
      <div className="grid gap-2">
        {options.map((choice, at) => (
          <label key={choice.value} className="card-radio print:not-has-checked:hidden">
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === value}
              aria-labelledby={`${id}-t${at}`}
              aria-describedby={`${id}-d${at}`}
            />
            <span id={`${id}-t${at}`} className="font-medium">
              {choice.title}
            </span>
            <span id={`${id}-d${at}`} className="small print:hidden">
              {choice.description}
              {choice.more}
            </span>
          </label>
        ))}
      </div>
    </RadioFrame>
  );
}
