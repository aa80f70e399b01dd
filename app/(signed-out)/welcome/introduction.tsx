import { TimeZoneField } from "@/app/time-zone-field";
import { Field } from "@/components/form/fields/field";
import { NameFields } from "@/components/form/fields/name-fields";
import { timeZoneOptions } from "@/lib/text/time";

type Props = { firstName: string; lastName: string; username: string; timeZone: string };

/** What somebody who was invited by email only says about themself; what can be proposed is. */
export const Introduction = ({ firstName, lastName, username, timeZone }: Props) => (
  <>
    <NameFields defaults={{ firstName, lastName }} autoFocus />
    <Field
      name="username"
      label="Username"
      hint="Choose carefully; it cannot be changed later."
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={username}
    />
    <TimeZoneField options={timeZoneOptions(timeZone)} defaultValue={timeZone} proposes />
  </>
);
