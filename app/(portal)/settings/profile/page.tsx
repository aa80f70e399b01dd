import type { Metadata } from "next";
import { TimeZoneField } from "@/app/time-zone-field";
import { Field } from "@/components/form/fields/field";
import { NameFields } from "@/components/form/fields/name-fields";
import { SelectField } from "@/components/form/fields/select-field";
import { StaticField } from "@/components/form/fields/static-field";
import { Form } from "@/components/form/form";
import { Revision } from "@/components/form/revision";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { EnterSends } from "@/components/form/together";
import { PickerField } from "@/components/pick/picker-field";
import { PageHeader } from "@/components/shell/page-header";
import { formatNumber } from "@/lib/numbers/format-number";
import { timeZoneOptions } from "@/lib/text/time";
import { getProfile } from "@/lib/users/get-profile";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { Welcome } from "../../welcome";
import { save } from "./actions";
import { clockChoices, dateFormats, weekChoices } from "./date-formats";
import { EmailFields } from "./email-fields";
import { LetterKeys } from "./letter-keys";
import { PROFILE_FORM, WaitingEmail } from "./waiting-email";

export const metadata: Metadata = { title: "Edit Profile" };

export default async function EditProfilePage() {
  const viewer = await requireViewer();
  const profile = (await getProfile(viewer)) ?? (await forbidden(viewer));
  const { waiting, lines } = profile;
  const values = {
    firstName: profile.firstName,
    lastName: profile.lastName,
    timeZone: profile.timeZone,
    locale: profile.locale ?? "",
    clock: profile.clock ?? "",
    weekStart: profile.weekStart ?? "",
    email: profile.email,
    contactNumber: profile.contactNumber ? formatNumber(profile.contactNumber) : "",
    defaultNumber: profile.defaultNumber ?? "",
  };
  return (
    <>
      <PageHeader title="Edit Profile" subtitle="Your name, and where you are reached." />
      <EnterSends form={PROFILE_FORM} />
      <Welcome viewer={viewer} along={{ form: PROFILE_FORM, act: "got-it" }} />
      {waiting && <WaitingEmail waiting={waiting} />}
      <Form
        id={PROFILE_FORM}
        together="acts"
        action={save}
        once={crypto.randomUUID()}
        values={values}
        className="form-sections"
      >
        <Revision now={profile.revision} page="/settings/profile" />
        <Section title="You" sentence="Your username never changes.">
          <NameFields />
          <StaticField label="Username">{profile.username}</StaticField>
          <Field name="contactNumber" label="Contact Number" optional type="tel" autoComplete="tel" />
        </Section>
        <Section title="Dates and times" sentence="As Lineup writes them for you, on every page and device.">
          <TimeZoneField options={timeZoneOptions(profile.timeZone)} wide />
          <SelectField name="locale" label="Date Format" options={dateFormats(profile.locale)} wide />
          <SelectField name="clock" label="Clock" options={clockChoices} />
          <SelectField name="weekStart" label="Week Starts On" options={weekChoices} />
        </Section>
        <LetterKeys isOn={profile.letterKeys} />
        <Section title="Texting" sentence="An Admin gives you lines; the default number is the one you start with.">
          <PickerField
            name="defaultNumber"
            label="Default Number"
            offer={{ choices: lines, isWhole: true }}
            empty={lines.length > 0 ? "None" : "You have no lines yet"}
            wide
          />
        </Section>
        <EmailFields username={profile.username} />
        <FormFoot>
          <Submit>Save</Submit>
        </FormFoot>
      </Form>
    </>
  );
}
