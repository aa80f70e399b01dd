import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TimeZoneField } from "@/app/time-zone-field";
import { UsernameField } from "@/app/username-field";
import { Field } from "@/components/form/fields/field";
import { NameFields } from "@/components/form/fields/name-fields";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { SignedOut } from "@/components/shell/signed-out";
import { anyAccount } from "@/lib/accounts/any-account";
import { needsSetupCode } from "@/lib/accounts/needs-setup-code";
import { onlyTimeZone } from "@/lib/text/locale";
import { timeZoneOptions } from "@/lib/text/time";
import { visitor } from "@/lib/web/request";
import { NewPasswordFields } from "../new-password-fields";
import { createCompany } from "./actions";

/** Asked here, so that afterwards not even the title tells of it. */
export async function generateMetadata(): Promise<Metadata> {
  if (await anyAccount()) notFound();
  return { title: "Set up" };
}

export default async function SetupPage() {
  if (await anyAccount()) notFound();
  const who = await visitor();
  const withCode = needsSetupCode(who);
  return (
    <SignedOut title="Set up your company" sentence="You become its first Admin, and can add colleagues right after.">
      <Form action={createCompany} once={crypto.randomUUID()}>
        <Field name="company" label="Company Name" autoComplete="organization" autoFocus />
        <TimeZoneField
          options={timeZoneOptions()}
          empty="Choose a time zone"
          defaultValue={onlyTimeZone(who.locale) ?? ""}
          proposes
        />
        <NameFields />
        <UsernameField autoComplete="username" />
        <Field name="email" label="Email Address" type="email" autoComplete="email" />
        <NewPasswordFields label="Password" />
        {withCode && (
          <Field
            name="setupCode"
            label="Setup code"
            hint="The server printed it when it started."
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <Submit size="wide">Create company</Submit>
      </Form>
    </SignedOut>
  );
}
