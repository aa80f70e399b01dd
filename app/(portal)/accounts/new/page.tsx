import type { Metadata } from "next";
import { TimeZoneField } from "@/app/time-zone-field";
import { Field } from "@/components/form/fields/field";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { mayAddAccount } from "@/lib/accounts/add";
import { timeZoneOptions } from "@/lib/text/time";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { createCompany } from "./actions";

export const metadata: Metadata = { title: "New Company" };

export default async function NewCompanyPage() {
  const viewer = await requireViewer("company.manage");
  if (!mayAddAccount(viewer)) await forbidden(viewer);
  const { timeZone } = viewer;
  return (
    <>
      <PageHeader title="New Company" />
      <Form action={createCompany} once={crypto.randomUUID()} values={{ timeZone }} className="form-sections">
        <Section title="Company" sentence="It has people, numbers and groups of its own. You are its first Admin.">
          <Field name="company" label="Company Name" autoComplete="organization" autoFocus wide />
          <TimeZoneField
            options={timeZoneOptions(timeZone)}
            hint="New users start with it; each can choose their own."
            proposes
            wide
          />
        </Section>
        <FormFoot>
          <Submit>Create company</Submit>
          <Cancel href="/" />
        </FormFoot>
        <p className="small">{`You keep your login. ${viewer.accountName} learns that you made a company, not which.`}</p>
      </Form>
    </>
  );
}
