"use client";

import { useContext, useId } from "react";
import { FormContext } from "./context";

type Props = { name: string; value?: string; label: string; hint?: string; defaultChecked?: boolean };

/** One tick. Several of the same name make a list of values. */
export function Checkbox({ name, value = "on", label, hint, defaultChecked = false }: Props) {
  const id = useId();
  const { state } = useContext(FormContext);
  const ticked = state.attempt > 0 && !state.ok ? [state.values[name] ?? []].flat().includes(value) : defaultChecked;
  return (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={ticked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
