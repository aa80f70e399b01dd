"use client";

import { useField } from "../use-field";
import { Frame, type Words } from "./frame";
import { type Choices, Select } from "./options";

type Props = Words & {
  name: string;
  options: Choices;
  defaultValue?: string;
  /** The words of the empty choice; without it the first option stands. */
  empty?: string;
  autoComplete?: string;
};

/** One of many, with the browser's own list. */
export function SelectField({ name, label, hint, optional, wide, options, defaultValue, empty, autoComplete }: Props) {
  const { id, error, value, attempt, named, aria } = useField({ name, hint, optional, defaultValue });
  return (
    <Frame {...{ id, label, hint, error }} optional={optional ?? false} wide={wide ?? false}>
      <Select key={attempt} {...aria} {...named} {...{ id, options, empty, autoComplete }} defaultValue={value} />
    </Frame>
  );
}
