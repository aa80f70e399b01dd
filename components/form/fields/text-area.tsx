"use client";

import type { ComponentProps } from "react";
import { useField } from "../use-field";
import { Frame, type Words } from "./frame";

type Props = Words & { name: string } & Omit<ComponentProps<"textarea">, "id" | "name" | "className" | "defaultValue">;

/** Several lines of text. It keeps what was typed when the form is refused. */
export function TextArea({ name, label, hint, optional, wide, rows = 6, ...rest }: Props) {
  const { id, error, value, attempt, aria } = useField({ name, hint, optional });
  return (
    <Frame {...{ id, label, hint, error }} optional={optional ?? false} wide={wide ?? false}>
      <textarea
        key={attempt}
        {...rest}
        {...aria}
        id={id}
        name={name}
        rows={rows}
        className="input"
        defaultValue={value}
      />
    </Frame>
  );
}
