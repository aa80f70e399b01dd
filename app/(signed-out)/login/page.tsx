import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Field } from "@/components/form/fields/field";
import { PasswordField } from "@/components/form/fields/password-field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { safePath } from "@/lib/safe-path";
import { currentViewer } from "@/lib/web/viewer";
import { Flash } from "../flash";
import { enter } from "./actions";

export const metadata: Metadata = { title: "Log in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LoginPage({ searchParams }: Props) {
  const next = safePath((await searchParams).next);
  if (await currentViewer()) redirect(next);
  return (
    <SignedOut title="Log in" footer={<Forgotten />}>
      <Flash />
      <Form action={enter} once={crypto.randomUUID()}>
        <input type="hidden" name="next" value={next} />
        <Field
          name="identifier"
          label="Username or email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <PasswordField name="password" label="Password" autoComplete="current-password" />
        <Submit size="wide">Log in</Submit>
      </Form>
    </SignedOut>
  );
}

const Forgotten = () => (
  <>
    <a href="/forgot-username">Forgot username?</a>
    <a href="/forgot-password">Forgot password?</a>
  </>
);
