import { TimeZoneField } from "@/app/time-zone-field";
import { Field } from "@/components/form/fields/field";
import { NameFields } from "@/components/form/fields/name-fields";
import { StaticField } from "@/components/form/fields/static-field";
import { Form } from "@/components/form/form";
import { Cancel } from "@/components/form/leave-kept";
import { Revision } from "@/components/form/revision";
import { FormFoot, Section } from "@/components/form/section";
import { Submit } from "@/components/form/submit";
import { Unsaved } from "@/components/form/unsaved";
import type { Member } from "@/lib/members/get";
import { formatNumber, numberLabel } from "@/lib/numbers/format-number";
import type { Offer } from "@/lib/pick/choice";
import { timeZoneOptions } from "@/lib/text/time";
import { asLeft } from "@/lib/web/as-left";
import { figures } from "@/lib/web/figures";
import { edit } from "../actions";
import { AccessFields, type More } from "./access-fields";
import type { Before } from "./chosen";
import { GivenLink } from "./link-form";
import { EDIT } from "./link-names";
import { LoginFields } from "./login-fields";
import { DefaultNumber } from "./parts/default-number";
import { DetailsUnseen } from "./parts/details-unseen";
import type { Tab } from "./parts/person-tabs";
import { UnsavedWords } from "./parts/unsaved-words";
import { PersonStatus } from "./person-status";
import { WhatChanges } from "./what-changes";

type Props = {
  member: Member;
  numbers: Offer;
  /** What may be given besides. */
  more: More | undefined;
  /** Null: all of it. */
  tab: Tab | null;
};

/** One form, whichever part of it is shown: the details go along with a change of access, unseen. */
export async function EditForm({ member, numbers, more, tab }: Props) {
  const before = beforeOf(member, numbers, more);
  return (
    <Form
      id={EDIT}
      together="acts"
      action={edit}
      once={crypto.randomUUID()}
      values={{ ...valuesOf(member), newGroup: more?.group ?? "" }}
      version={member.revision}
      className="form-sections [&_:is(input,select)]:scroll-mb-24 has-[[data-few]]:[&_:is(input,select)]:scroll-mb-80"
    >
      <input type="hidden" name="memberId" value={member.id} />
      <GivenLink />
      <Unsaved />
      <Revision now={member.revision} page={`/admin/users/${member.id}`} />
      {tab === "access" ? (
        <DetailsUnseen values={valuesOf(member)} />
      ) : (
        <DetailFields {...{ member, numbers, before }} />
      )}
      {tab !== "details" && <AccessFields member={member} more={more} numbers={numbers} tab={tab} />}
      {!member.isSelf && (
        // Above Save and in sight with it, unless there is so much of it that it would hide what is being changed.
        <div className="z-10 flow-root bg-paper sm:has-[[data-few]]:sticky sm:has-[[data-few]]:bottom-16">
          <WhatChanges before={before} />
        </div>
      )}
      <FormFoot sticks>
        <Submit>Save</Submit>
        <Cancel href={await asLeft("/admin/users")} />
        <UnsavedWords />
      </FormFoot>
    </Form>
  );
}

type Shown = { member: Member; numbers: Offer; before: Before };

function DetailFields({ member, numbers, before }: Shown) {
  return (
    <>
      <Section title="User Details" sentence={member.atHome ? undefined : guestSentence}>
        <PersonStatus member={member} />
        <NameFields ofOther readOnly={!member.atHome} />
        <DefaultNumber member={member} numbers={numbers} />
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
        {member.status === "Active" && <InHand member={member} />}
      </Section>
      <LoginFields member={member} before={before} />
    </>
  );
}

/** What would be nobody's without them. */
const InHand = async ({ member: { conversationsClaimed, isSelf } }: { member: Member }) => (
  <StaticField label="Conversations" hint={!isSelf && "Disabling or deleting them releases these."} wide>
    {(await figures())(conversationsClaimed)} claimed
  </StaticField>
);

/** Where somebody is from another company nobody here says; before they have joined it is not even known. */
function ZoneField({ member }: { member: Member }) {
  if (member.atHome) return <TimeZoneField options={timeZoneOptions(member.timeZone)} wide />;
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

const beforeOf = (member: Member, numbers: Offer, more: More | undefined) => ({
  roles: member.roles,
  products: member.products,
  lines: member.lines.map((line) => ({
    id: line.id,
    label: `${numberLabel(line)}${line.isAlone ? ", which nobody would have then" : ""}`,
  })),
  userType: member.userType,
  rootGroupId: member.rootGroupId,
  groups: more?.groups.choices ?? [],
  fixedLines: member.lines.filter(({ managed }) => !managed).map(({ id }) => id),
  offered: numbers.choices,
});
