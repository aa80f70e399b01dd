import { ActionButton } from "@/components/form/action-button";
import { PasswordField } from "@/components/form/fields/password-field";
import { UsernameOf } from "@/components/form/fields/username-of";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { ButtonLink } from "@/components/ui/button";
import { fullName, shortName } from "@/lib/access/viewer";
import { currentViewer } from "@/lib/web/viewer";
import { Flash } from "../flash";
import { join, joinByPassword, leaveFirst } from "./actions";

type Props = { token: string; link: { userId: string; company: string; login: string } };

/** For somebody who has a login already: they join as the very person they are logged in as, never as another. */
export async function Join({ token, link: { userId, company, login } }: Props) {
  const viewer = await currentViewer();
  const page = `/welcome?token=${token}`;
  if (!viewer)
    return (
      <SignedOut
        title={`Join ${company}`}
        sentence={`You are invited to the text-messaging portal of ${company}. Log in with the login you have; it will work for both companies.`}
        footer={<a href="/forgot-password">Forgot password?</a>}
      >
        <Flash />
        <ButtonLink href={`/login?next=${encodeURIComponent(page)}`} variant="primary" size="wide">
          Log in
        </ButtonLink>
        <details>
          <summary className="link">You can't log in any more?</summary>
          <Form action={joinByPassword} once={crypto.randomUUID()}>
            <input type="hidden" name="token" value={token} />
            <p className="small">
              Somebody who is disabled in their own company can still join another one, with the password of their
              login.
            </p>
            <UsernameOf username={login} />
            <PasswordField name="password" label="Password" autoComplete="current-password" />
            <Submit size="wide" variant="secondary">{`Join ${company}`}</Submit>
          </Form>
        </details>
      </SignedOut>
    );
  if (viewer.userId !== userId)
    return (
      <SignedOut
        title="This invitation is for somebody else"
        sentence={`You are logged in as ${fullName(viewer)}. Log out, then log in as the person who was invited to ${company}.`}
        footer={<a href="/">Back to {viewer.accountName}</a>}
      >
        <ActionButton action={leaveFirst} once={crypto.randomUUID()} fields={{ token }} variant="primary" size="wide">
          Log out
        </ActionButton>
      </SignedOut>
    );
  return (
    <SignedOut
      title={`Welcome, ${shortName(viewer)}`}
      sentence={`You are invited to the text-messaging portal of ${company}. You keep your login, and can switch between your companies at any time.`}
      footer={<a href="/">Not now</a>}
    >
      <Form action={join} once={crypto.randomUUID()}>
        <input type="hidden" name="token" value={token} />
        <Submit size="wide">{`Join ${company}`}</Submit>
      </Form>
    </SignedOut>
  );
}
