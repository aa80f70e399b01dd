"use client";

import type { ComponentProps } from "react";
import { useField } from "../use-field";
import { Frame, type Words } from "./frame";

type Props = Words & { name: string; defaultValue?: string } & Omit<
    ComponentProps<"input">,
    "id" | "name" | "className" | "children" | "defaultValue"
  >;

/** One line of text. It keeps what was typed when the form is refused. */
export function Field({ name, label, hint, optional, wide, defaultValue, type = "text", ...rest }: Props) {
  const { id, error, value, named, aria } = useField({ name, hint, optional, defaultValue });
  return (
    <Frame {...{ id, label, hint, error }} optional={optional ?? false} wide={wide ?? false}>
      <input {...rest} {...aria} id={id} {...named} type={type} className="input" defaultValue={value} />
    </Frame>
  );
}
