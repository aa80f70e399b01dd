"use client";

import type { ReactNode } from "react";
import type { FormAction } from "@/lib/form-state";
import { useField } from "./context";
import { Form } from "./form";
import { PasswordField } from "./password-field";
import { Submit } from "./submit";

type Props = {
  action: FormAction;
  once: string;
  fields?: Record<string, string>;
  /** The accessible name where the words alone would be ambiguous. */
  label?: string;
  children: ReactNode;
};

/** A form of one button for what is sensitive: where the answer is that the password is wanted, it asks for it. */
export function ConfirmedButton({ action, once, fields = {}, label, children }: Props) {
  return (
    <Form action={action} name="" once={once} className="action">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <WantedPassword />
      <Submit variant="secondary" size="small" {...(label && { label })}>
        {children}
      </Submit>
    </Form>
  );
}

function WantedPassword() {
  const { error } = useField({ name: "currentPassword" });
  return error && <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />;
}
