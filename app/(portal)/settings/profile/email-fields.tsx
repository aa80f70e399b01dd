import { Field } from "@/components/form/field";
import { PasswordField } from "@/components/form/password-field";
import { Section } from "@/components/form/section";

export function EmailFields() {
  return (
    <Section
      title="Login"
      sentence="Reset links and reminders go to your email. A new address counts once you confirm it from there; then the old one is told."
    >
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        wide
      />
      <PasswordField
        name="currentPassword"
        label="Current password"
        hint="Only for a new email, when you logged in more than 15 minutes ago."
        autoComplete="current-password"
        wide
      />
    </Section>
  );
}
