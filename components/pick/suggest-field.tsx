"use client";

import type { From } from "@/lib/pick/choice";
import { Frame, type Words } from "../form/fields/frame";
import { useField } from "../form/use-field";
import { SuggestBox } from "./suggest-box";

type Props = Words & { name: string; from: From; maxLength?: number };

/** A field for something that has a name: what is typed is sent as it is. */
export function SuggestField({ name, label, hint, optional, wide, from, maxLength }: Props) {
  const { id, error, value, named, aria } = useField({ name, hint, optional });
  return (
    <Frame {...{ id, label, hint, error }} optional={optional ?? false} wide={wide ?? false}>
      <SuggestBox {...{ id, value, aria, from, maxLength }} {...named} />
    </Frame>
  );
}
