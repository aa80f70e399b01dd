"use client";

import { Field } from "./field";

type Props = {
  /** Of somebody else: the browser knows nothing of theirs. */
  ofOther?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  defaults?: { firstName: string; lastName: string };
};

const HINT = "First or last name, one is enough.";

export function NameFields({ ofOther = false, readOnly = false, autoFocus = false, defaults }: Props) {
  const both = { readOnly, hint: readOnly ? undefined : HINT };
  return (
    <>
      <Field
        {...both}
        name="firstName"
        label="First Name"
        autoComplete={ofOther ? "off" : "given-name"}
        autoFocus={autoFocus}
        {...(defaults && { defaultValue: defaults.firstName })}
      />
      <Field
        {...both}
        name="lastName"
        label="Last Name"
        autoComplete={ofOther ? "off" : "family-name"}
        {...(defaults && { defaultValue: defaults.lastName })}
      />
    </>
  );
}
