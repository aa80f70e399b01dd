import { Field } from "@/components/form/field";
import { SelectField } from "@/components/form/select-field";
import { timeZoneOptions } from "@/lib/time";

type Props = { firstName: string; lastName: string; timeZone: string };

/** What somebody who was invited by email only says about themself. */
export const Introduction = ({ firstName, lastName, timeZone }: Props) => (
  <>
    <Field name="firstName" label="First Name" autoComplete="given-name" defaultValue={firstName} />
    <Field name="lastName" label="Last Name" autoComplete="family-name" defaultValue={lastName} />
    <Field
      name="username"
      label="Username"
      hint="Choose carefully; it cannot be changed later."
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
    />
    <SelectField name="timeZone" label="Time Zone" options={timeZoneOptions(timeZone)} defaultValue={timeZone} />
  </>
);
