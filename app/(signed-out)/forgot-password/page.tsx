import type { Metadata } from "next";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { ifSetUp } from "@/lib/outbox/way-out";
import { Flash } from "../flash";
import { sendLink } from "./actions";

export const metadata: Metadata = { title: "Forgot password" };

const MAILED = "We email you a link to choose a new one. It is valid for 1 hour.";
const SHUT = "Email is not set up here, so no link can be sent. Tell an Admin of your company.";

export default function ForgotPasswordPage() {
  return (
    <SignedOut title="Forgot password" sentence={ifSetUp(MAILED, SHUT)} footer={<Elsewhere />}>
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
