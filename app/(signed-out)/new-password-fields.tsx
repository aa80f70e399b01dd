import { PasswordField } from "@/components/form/password-field";

const HINT = "12 characters or more. A few unrelated words are hard to guess and easy to remember.";

/** A new password, twice. */
export function NewPasswordFields({ label, autoFocus = false }: { label: string; autoFocus?: boolean }) {
  return (
    <>
      <PasswordField name="password" label={label} hint={HINT} autoComplete="new-password" autoFocus={autoFocus} />
      <PasswordField name="confirmPassword" label="Confirm password" autoComplete="new-password" />
    </>
  );
}
