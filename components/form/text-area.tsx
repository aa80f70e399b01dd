"use client";

import type { ComponentProps } from "react";
import { useField } from "./context";
import { Frame, type Words } from "./frame";

type Props = Words & { name: string; defaultValue?: string } & Omit<
    ComponentProps<"textarea">,
    "id" | "name" | "className" | "children" | "defaultValue"
  >;

/** Several lines of text. */
export function TextArea({ name, label, hint, optional, wide, defaultValue, ...rest }: Props) {
  const { id, error, value, aria } = useField({ name, hint, optional, defaultValue });
  return (
    <Frame {...{ id, label, hint, error }} optional={optional ?? false} wide={wide ?? false}>
      <textarea rows={4} {...rest} {...aria} id={id} name={name} className="input" defaultValue={value} />
    </Frame>
  );
}
