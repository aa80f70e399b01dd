import { Field } from "@/components/form/fields/field";
import { PasswordField } from "@/components/form/fields/password-field";
import { UsernameOf } from "@/components/form/fields/username-of";
import { Section } from "@/components/form/section";
import { ifMailed } from "@/lib/outbox/way-out";

const MAILED =
  "Reset links and reminders go to your email. A new address counts once you confirm it from there; the old one is told at once, and can stop it.";
const WAITS =
  "You can log in with your email. A new address counts once you confirm it from there; the link for that waits until Lineup can send email.";

export async function EmailFields({ username }: { username: string | null }) {
  return (
    <Section title="Login" sentence={await ifMailed(MAILED, WAITS)}>
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        wide
      />
      <UsernameOf username={username} />
      <PasswordField
        name="currentPassword"
        label="Current password"
        hint="Only for a new email, when you gave it more than 5 minutes ago."
        autoComplete="current-password"
        wide
      />
    </Section>
  );
}
