import type { Metadata } from "next";
import { TimeZoneField } from "@/app/time-zone-field";
import { UsernameField } from "@/app/username-field";
import { Field } from "@/components/form/fields/field";
import { NameFields } from "@/components/form/fields/name-fields";
import { RadioCards } from "@/components/form/fields/radio-cards";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { PickerField } from "@/components/pick/picker-field";
import { PageHeader } from "@/components/shell/page-header";
import { userTypes } from "@/lib/access/permissions";
import { newMemberOptions } from "@/lib/members/new-member-options";
import { ifMailed } from "@/lib/outbox/way-out";
import { timeZoneOptions } from "@/lib/text/time";
import { asLeft } from "@/lib/web/as-left";
import { requireViewer } from "@/lib/web/viewer";
import { LinkForm } from "../[memberId]/link-form";
import { add, resend } from "../actions";
import { Instead } from "./instead";

export const metadata: Metadata = { title: "New User" };

/** The button that sends it stands beside the email: forms can't be nested. */
const RESEND_FORM = "resend-form";
const ADD_FORM = "add";

const WELCOMED = "They get a welcome email with a link to create their password.";
const HANDED_OVER = "You hand them their invitation link, to create their password with: the next page has it.";
const MAILED = "Forgot Username and Forgot Password emails go to this address, too.";
const KEPT = "They can log in with the username or the address.";

export default async function NewUserPage() {
  const viewer = await requireViewer("users.manage");
  const { numbers, groups, group, timeZone } = await newMemberOptions(viewer);
  return (
    <>
      <PageHeader title="New User" back={{ href: await asLeft("/admin/users"), label: "Users" }} />
      <LinkForm id={RESEND_FORM} action={resend} once={crypto.randomUUID()} />
      <Form
        id={ADD_FORM}
        together="acts"
        action={add}
        once={crypto.randomUUID()}
        values={{ timeZone, group }}
        className="form-sections"
      >
        <Section title="Person" sentence={await ifMailed(WELCOMED, HANDED_OVER)}>
          <NameFields ofOther />
          <Field
            name="contactNumber"
            label="Contact Number"
            optional
            type="tel"
            autoComplete="off"
            hint="Where you reach them, with an extension if there is one; not one of their lines."
          />
          <TimeZoneField options={timeZoneOptions(timeZone)} hint="Your company's, unless you choose another." />
        </Section>
        <Section title="Texting" sentence="More numbers can be given later.">
          <PickerField
            name="defaultNumber"
            label="Default Number"
            offer={numbers}
            empty={numbers.isWhole && numbers.choices.length === 0 ? "No number yet" : "None"}
            hint="One of your SMS numbers; it becomes one of their lines."
            wide
          />
        </Section>
        <Section title="Login" sentence={await ifMailed(MAILED, KEPT)}>
          <RadioCards name="userType" legend="User Type" options={userTypes} defaultValue={userTypes[0].value} />
          {(!groups.isWhole || groups.choices.length > 1) && (
            <PickerField
              name="group"
              label="Group"
              offer={groups}
              hint="Where that counts: in this group and all groups under it."
              wide
            />
          )}
          <UsernameField autoComplete="off" />
          <Field name="email" label="Email Address" type="email" autoComplete="off" />
          <Instead form={RESEND_FORM} within={ADD_FORM} once={crypto.randomUUID()} />
        </Section>
        <FormFoot>
          <Submit>Submit</Submit>
          <Cancel href={await asLeft("/admin/users")} />
        </FormFoot>
      </Form>
    </>
  );
}
