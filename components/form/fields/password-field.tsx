"use client";

import { useState } from "react";
import { useField } from "../use-field";
import { Frame, type Words } from "./frame";

type Props = Omit<Words, "optional"> & {
  name: string;
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
};

/** A password: managers and paste welcome, can be shown, never filled in again by us. */
export function PasswordField({ name, label, hint, wide, autoComplete, ...rest }: Props) {
  const { id, error, aria } = useField({ name, hint });
  const [shown, setShown] = useState(false);
  return (
    <Frame {...{ id, label, hint, error }} wide={wide ?? false}>
      <div className="password">
        <input
          {...rest}
          {...aria}
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          className="input"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
        />
        <button
          type="button"
          className="reveal needs-script"
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          Show
        </button>
      </div>
    </Frame>
  );
}
