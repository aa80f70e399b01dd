import type { Metadata } from "next";
import { RefusedLogins } from "@/app/(portal)/refused-logins";
import { PasswordField } from "@/components/form/fields/password-field";
import { UsernameOf } from "@/components/form/fields/username-of";
import { Form } from "@/components/form/form";
import { Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { refusedLoginsOf } from "@/lib/auth/refused-logins";
import { listSessions } from "@/lib/auth/session/list-sessions";
import { ifMailed } from "@/lib/outbox/way-out";
import { eyesOf } from "@/lib/text/eyes";
import { usernameOf } from "@/lib/users/username-of";
import { requireViewer } from "@/lib/web/viewer";
import { savePassword } from "./actions";
import { Sessions } from "./sessions";

export const metadata: Metadata = { title: "Security" };

const MAILS = ", and we email you that it was changed";

export default async function SecurityPage() {
  const viewer = await requireViewer();
  const [sessions, refused, username] = await Promise.all([
    listSessions(viewer),
    refusedLoginsOf(viewer.userId),
    usernameOf(viewer),
  ]);
  return (
    <>
      <PageHeader title="Security" subtitle="Your password, and where you are logged in." />
      <Section title="Password" sentence={`Saving a new one logs you out everywhere else${await ifMailed(MAILS, "")}.`}>
        <Form action={savePassword} once={crypto.randomUUID()}>
          <UsernameOf username={username} />
          <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />
          <PasswordField
            name="password"
            label="New password"
            hint="12 characters or more; a few words that nobody would guess do well."
            autoComplete="new-password"
          />
          <PasswordField name="confirmPassword" label="Confirm password" autoComplete="new-password" />
          <div>
            <Submit>Save password</Submit>
          </div>
        </Form>
      </Section>
      <Section title="Sessions" sentence="Don't know one of them? Log it out and change your password.">
        <Sessions sessions={sessions} eyes={eyesOf(viewer)} />
      </Section>
      {refused.length > 0 && (
        <Section
          title="Refused logins"
          sentence="Somebody gave a wrong password for your login. If it wasn't you, nobody got in; make sure that you use your password nowhere else."
        >
          <RefusedLogins logins={refused} eyes={eyesOf(viewer)} />
        </Section>
      )}
    </>
  );
}
