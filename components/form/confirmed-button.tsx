"use client";

import type { FormAction } from "@/lib/form-state";
import { PasswordField } from "./fields/password-field";
import { Form } from "./form";
import { Submit } from "./submit";
import { useField } from "./use-field";

type Props = {
  action: FormAction;
  once: string;
  fields?: Record<string, string>;
  /** The accessible name where the words alone would be ambiguous. */
  label?: string;
  children: string;
};

/**
 * A form of one button for what is sensitive: where the answer is that the password is wanted, it asks for it. Its
 * name is the group's, too: the page may ask for a password elsewhere.
 */
export function ConfirmedButton({ action, once, fields = {}, label, children }: Props) {
  return (
    <Form action={action} name="" once={once} className="action">
      <fieldset className="contents" aria-label={label ?? children}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <WantedPassword />
        <Submit variant="secondary" size="small" {...(label && { label })}>
          {children}
        </Submit>
      </fieldset>
    </Form>
  );
}

function WantedPassword() {
  const { error } = useField({ name: "currentPassword" });
  return (
    error && <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" autoFocus />
  );
}
