import { PasswordField } from "@/components/form/password-field";

const HINT = "12 characters or more. A few unrelated words are hard to guess and easy to remember.";

/** A new password, twice. */
export function NewPasswordFields({ label }: { label: string }) {
  return (
    <>
      <PasswordField name="password" label={label} hint={HINT} autoComplete="new-password" />
      <PasswordField name="confirmPassword" label="Confirm password" autoComplete="new-password" />
    </>
  );
}
