import { Field } from "@/components/form/field";
import { TimeZoneField } from "@/components/form/time-zone-field";
import { timeZoneOptions } from "@/lib/time";

type Props = { firstName: string; lastName: string; username: string; timeZone: string };

/** What somebody who was invited by email only says about themself; what can be proposed is. */
export const Introduction = ({ firstName, lastName, username, timeZone }: Props) => (
  <>
    <Field name="firstName" label="First Name" autoComplete="given-name" defaultValue={firstName} autoFocus />
    <Field name="lastName" label="Last Name" autoComplete="family-name" defaultValue={lastName} />
    <Field
      name="username"
      label="Username"
      hint="Choose carefully; it cannot be changed later."
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={username}
    />
    <TimeZoneField options={timeZoneOptions(timeZone)} defaultValue={timeZone} />
  </>
);
