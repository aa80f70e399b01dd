import type { Metadata } from "next";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { Flash } from "../flash";
import { sendLink } from "./actions";

export const metadata: Metadata = { title: "Forgot password" };

export default function ForgotPasswordPage() {
  return (
    <SignedOut
      title="Forgot password"
      sentence="We email you a link to choose a new one. It is valid for 1 hour."
      footer={<Elsewhere />}
    >
      <Flash />
      <Form action={sendLink} once={crypto.randomUUID()}>
        <Field
          name="identifier"
          label="Username or email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <Submit size="wide">Send reset link</Submit>
      </Form>
    </SignedOut>
  );
}

const Elsewhere = () => (
  <>
    <a href="/login">Back to login</a>
    <a href="/forgot-username">Forgot username?</a>
  </>
);
