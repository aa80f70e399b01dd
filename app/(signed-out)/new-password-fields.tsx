import { PasswordField } from "@/components/form/fields/password-field";
import { UsernameOf } from "@/components/form/fields/username-of";

const HINT = "12 characters or more. A few unrelated words are hard to guess and easy to remember.";

/** `username`: whose password it becomes, where the form does not ask for that. */
type Props = { label: string; username?: string | null; autoFocus?: boolean };

/** A new password, twice. */
export function NewPasswordFields({ label, username = null, autoFocus = false }: Props) {
  return (
    <>
      <UsernameOf username={username} />
      <PasswordField name="password" label={label} hint={HINT} autoComplete="new-password" autoFocus={autoFocus} />
      <PasswordField name="confirmPassword" label="Confirm password" autoComplete="new-password" />
    </>
  );
}
