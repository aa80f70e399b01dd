import { Field } from "@/components/form/fields/field";
import { NameFields } from "@/components/form/fields/name-fields";
import { SelectField } from "@/components/form/fields/select-field";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { Revision } from "@/components/form/revision";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { Unsaved } from "@/components/form/unsaved";
import type { Member } from "@/lib/members/get";
import { formatNumber, numberLabel } from "@/lib/numbers/format-number";
import type { NumberOption } from "@/lib/numbers/options";
import { timeZoneOptions } from "@/lib/text/time";
import { edit } from "../actions";
import { AccessFields, type More } from "./access-fields";
import { LoginFields } from "./login-fields";
import { PersonStatus } from "./person-status";
import { WhatChanges } from "./what-changes";

type Props = {
  member: Member;
  /** Null: too many to be offered before somebody asks for them. */
  numbers: readonly NumberOption[] | null;
  /** What "More access" offers, once it is opened. */
  more: More | undefined;
};

export function EditForm({ member, numbers: offered, more }: Props) {
  const numbers = offered ?? [];
  // A line they have stays on offer although it could not be given anew.
  const kept = member.lines.filter((line) => !numbers.some(({ value }) => value === line.id));
  const before = beforeOf(member, numbers, more);
  const options = [...numbers, ...kept.map((line) => ({ value: line.id, label: numberLabel(line) }))];
  return (
    <Form
      action={edit}
      once={crypto.randomUUID()}
      values={{ ...valuesOf(member), newGroup: more?.group ?? "" }}
      version={member.revision}
      className="form-sections"
    >
      <input type="hidden" name="memberId" value={member.id} />
      <Unsaved />
      <Revision now={member.revision} page={`/admin/users/${member.id}`} />
      <Section title="User Details" sentence={member.atHome ? undefined : guestSentence}>
        <PersonStatus member={member} />
        <NameFields ofOther readOnly={!member.atHome} />
        <SelectField
          name="defaultNumber"
          label="Default Number"
          options={options}
          empty={options.length > 0 ? "None" : "No number yet"}
          hint={
            offered
              ? "The line they start with; another number becomes one of their lines."
              : "One of their lines. More access offers the others."
          }
        />
        <Field
          name="contactNumber"
          label="Contact Number"
          optional
          type="tel"
          autoComplete="off"
          hint="Where you reach them, with an extension if there is one; not one of their lines."
          readOnly={!member.atHome}
        />
        <ZoneField member={member} />
      </Section>
      <LoginFields member={member} isMore={more !== undefined} before={before} />
      <AccessFields member={member} more={more} numbers={numbers} />
      {!member.isSelf && <WhatChanges before={before} />}
      <FormFoot>
        <Submit>Save</Submit>
        <Cancel href="/admin/users" />
      </FormFoot>
    </Form>
  );
}

/** Where somebody is from another company nobody here says; before they have joined it is not even known. */
function ZoneField({ member }: { member: Member }) {
  if (member.atHome)
    return <SelectField name="timeZone" label="Time Zone" options={timeZoneOptions(member.timeZone)} wide />;
  if (member.status !== "Pending") return <Field name="timeZone" label="Time Zone" readOnly wide />;
  return <input type="hidden" name="timeZone" value={member.timeZone} />;
}

const guestSentence =
  "Their login belongs to another company, which alone can change their name, contact number, time zone and email.";

const valuesOf = (member: Member) => ({
  status: member.status === "Disabled" ? "Disabled" : "Active",
  firstName: member.firstName,
  lastName: member.lastName,
  defaultNumber: member.defaultNumberId ?? "",
  contactNumber: member.contactNumber ? formatNumber(member.contactNumber) : "",
  timeZone: member.timeZone,
  userType: member.userType ?? "",
  email: member.email,
});

const beforeOf = (member: Member, numbers: readonly NumberOption[], more: More | undefined) => ({
  roles: member.roles,
  products: member.products,
  lines: member.lines.map((line) => ({
    id: line.id,
    label: `${numberLabel(line)}${line.isAlone ? ", which nobody would have then" : ""}`,
  })),
  userType: member.userType,
  rootGroupId: member.rootGroupId,
  groups: more?.groups ?? [],
  fixedLines: member.lines.filter(({ managed }) => !managed).map(({ id }) => id),
  offered: numbers,
});
