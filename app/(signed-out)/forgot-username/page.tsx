import type { Metadata } from "next";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { ifSetUp } from "@/lib/outbox/way-out";
import { Flash } from "../flash";
import { remind } from "./actions";

export const metadata: Metadata = { title: "Forgot username" };

const MAILED = "We email it to the address that your company has for you. You can also log in with that address.";
const SHUT =
  "Email is not set up here, so it can't be sent. You can also log in with the address that your company has for you, or ask an Admin for your username.";

export default function ForgotUsernamePage() {
  return (
    <SignedOut title="Forgot username" sentence={ifSetUp(MAILED, SHUT)} footer={<Elsewhere />}>
      <Flash />
      <Form action={remind} once={crypto.randomUUID()}>
        <Field name="email" label="Email address" type="email" autoComplete="email" autoFocus />
        <Submit size="wide">Email my username</Submit>
      </Form>
    </SignedOut>
  );
}

const Elsewhere = () => (
  <>
    <a href="/login">Back to login</a>
    <a href="/forgot-password">Forgot password?</a>
  </>
);
