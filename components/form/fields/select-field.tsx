"use client";

import { useField } from "../use-field";
import { Frame, type Words } from "./frame";
import { type Choices, Options } from "./options";

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
      <div className="select">
        {/* React does not set a select's value twice: each answer makes a new one. */}
        <select
          key={attempt}
          {...aria}
          id={id}
          {...named}
          className="input"
          defaultValue={value}
          autoComplete={autoComplete}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          <Options options={options} />
        </select>
      </div>
    </Frame>
  );
}
