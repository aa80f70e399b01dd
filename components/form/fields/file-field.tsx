"use client";

import { type ChangeEvent, type ReactNode, useState } from "react";
import { useField } from "../use-field";
import { Frame } from "./frame";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  accept: string;
  /** A larger file is told at once: the server would have to turn the whole form away. */
  most: { bytes: number; says: string };
};

/** One file. No browser gives it back after a refusal, so it says to choose it again. */
export function FileField({ name, label, hint, accept, most }: Props) {
  const { id, error, attempt, aria } = useField({ name, hint });
  const [tooLarge, setTooLarge] = useState({ attempt, said: false });
  const refused = tooLarge.said && tooLarge.attempt === attempt;

  function check({ target }: ChangeEvent<HTMLInputElement>) {
    const said = (target.files?.[0]?.size ?? 0) > most.bytes;
    if (said) target.value = "";
    setTooLarge({ attempt, said });
  }

  const said = refused ? most.says : error;
  return (
    <Frame id={id} label={label} hint={hint} error={said} wide>
      <input
        key={attempt}
        {...aria}
        {...(said && { "aria-invalid": true, "aria-describedby": `${id}-error` })}
        id={id}
        name={name}
        type="file"
        accept={accept}
        className="input px-1.5 py-[5px] text-ink-2 file:mr-3 file:cursor-pointer file:rounded-[4px] file:border file:border-line-strong file:bg-sunken file:px-3 file:py-[3px] file:font-medium file:text-ink"
        onChange={check}
      />
    </Frame>
  );
}
