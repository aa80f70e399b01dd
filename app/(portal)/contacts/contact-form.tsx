import { TimeZoneField } from "@/app/time-zone-field";
import { Field } from "@/components/form/fields/field";
import { TextArea } from "@/components/form/fields/text-area";
import { inputOf, MOST_VALUE } from "@/lib/contacts/fields/field-values";
import type { ContactField } from "@/lib/contacts/fields/list";
import { timeZoneOptions } from "@/lib/text/time";

type Props = { own: readonly ContactField[]; zone?: string | null; fixedPhone?: boolean };

/** What is written about a contact; the values are the form's. */
export const ContactFields = ({ own, zone, fixedPhone = false }: Props) => (
  <div className="section-fields">
    <Field name="firstName" label="First Name" autoComplete="off" optional />
    <Field name="lastName" label="Last Name" autoComplete="off" optional />
    <Field
      name="phone"
      label="Phone Number"
      type="tel"
      autoComplete="off"
      maxLength={60}
      readOnly={fixedPhone}
      {...(fixedPhone && { hint: "It stays: your conversations went to this number." })}
    />
    <Field name="email" label="Email" type="email" autoComplete="off" optional />
    <Field name="company" label="Company" autoComplete="off" optional />
    <TimeZoneField empty="Not known" options={timeZoneOptions(zone ?? undefined)} />
    {own.map(({ key, name }) => (
      <Field key={key} name={inputOf(key)} label={name} maxLength={MOST_VALUE} autoComplete="off" optional />
    ))}
    <TextArea
      name="otherNames"
      label="Other Names"
      hint="Who else uses this telephone, one a line."
      rows={2}
      optional
      wide
    />
    <TextArea name="notes" label="Notes" rows={4} optional wide />
  </div>
);
