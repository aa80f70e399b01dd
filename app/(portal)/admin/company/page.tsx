import type { Metadata } from "next";
import { TimeZoneField } from "@/app/time-zone-field";
import { Field } from "@/components/form/fields/field";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/access/can";
import { getCompany } from "@/lib/accounts/get-company";
import { countryOptions } from "@/lib/numbers/countries";
import { formatNumber } from "@/lib/numbers/format-number";
import { timeZoneOptions } from "@/lib/text/time";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage() {
  const viewer = await requireViewer("company.manage");
  const company = (await getCompany(viewer)) ?? (await forbidden(viewer));
  const values = {
    name: company.name,
    address: company.address ?? "",
    phone: company.phone ? formatNumber(company.phone) : "",
    website: company.website ?? "",
    country: company.country,
    timeZone: company.timeZone,
    confirmAbove: company.confirmAbove === null ? "" : String(company.confirmAbove),
  };
  return (
    <>
      <PageHeader title="Company" />
      <Form action={save} once={crypto.randomUUID()} values={values} className="form-sections">
        <Revision now={company.revision} page="/admin/company" />
        <Section title="Company information" sentence="The name stands on invitations and above the navigation.">
          <Field name="name" label="Company Name" autoComplete="organization" wide />
          <Field name="address" label="Address" optional autoComplete="street-address" wide />
          <SelectField
            name="country"
            label="Country"
            options={countryOptions}
            hint="Numbers without a country code are read as there."
          />
          <Field name="phone" label="Phone" optional type="tel" autoComplete="tel" />
          <Field
            name="website"
            label="Website"
            optional
            type="url"
            autoComplete="url"
            placeholder="https://example.com"
          />
        </Section>
        <Section title="Time" sentence="New users start with this time zone; each can choose their own.">
          <TimeZoneField options={timeZoneOptions(company.timeZone)} wide />
        </Section>
        <Section title="Campaigns" sentence="Two pairs of eyes on what goes to many.">
          <Field
            name="confirmAbove"
            label="A second person must confirm above"
            optional
            type="number"
            min={0}
            inputMode="numeric"
            hint="So many recipients. Left empty, nobody has to."
          />
        </Section>
        {can(viewer, "auto-replace.manage", [viewer.rootGroupId]) && (
          <Section title="Texts" sentence="What becomes of signs that telephones don't have.">
            <p>
              <ButtonLink href="/admin/auto-replace">Auto-Replace</ButtonLink>
            </p>
          </Section>
        )}
        <FormFoot>
          <Submit>Save</Submit>
        </FormFoot>
      </Form>
    </>
  );
}
