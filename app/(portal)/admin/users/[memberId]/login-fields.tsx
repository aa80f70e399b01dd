import { Field } from "@/components/form/fields/field";
import { RadioCards } from "@/components/form/fields/radio-cards";
import { StaticField } from "@/components/form/fields/static-field";
import { Opens } from "@/components/form/opens";
import { Section } from "@/components/form/section";
import { userTypes } from "@/lib/access/permissions";
import type { Member } from "@/lib/members/get";
import { ifMailed } from "@/lib/outbox/way-out";
import { roleWords } from "../words";
import type { Before } from "./chosen";
import { LinkButton } from "./link-form";
import { TypeDifference } from "./type-difference";

const MAILED = "Emails about their login go to this address.";
const KEPT = "They can log in with the username or the address.";
const RESETS = "Emails them a link to choose a new one.";
const WAITS = "Makes them a link to choose a new one, valid for 1 hour, that waits until email leaves.";

type Props = { member: Member; before: Before };

export async function LoginFields({ member, before }: Props) {
  return (
    <Section title="Login Info" sentence={await ifMailed(MAILED, KEPT)}>
      <UserTypeField member={member} before={before} />
      {!member.isSelf && (
        <p className="wide print:hidden">
          <Opens href={`/admin/users/${member.id}?more=access#access`}>More access</Opens>{" "}
          <span className="small">Other roles, in any group, and more lines.</span>
        </p>
      )}
      <StaticField label="Username">
        {member.username ?? (member.atHome ? "Chosen when they accept the invitation" : "Shown once they have joined")}
      </StaticField>
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="off"
        wide
        readOnly={!member.atHome || member.isSelf}
        hint={emailHint(member)}
      />
      {member.atHome && member.status === "Active" && (
        <div className="field wide" id="actions">
          <div className="page-actions">
            <LinkButton form="reset" memberId={member.id} once={crypto.randomUUID()}>
              Reset Password
            </LinkButton>
            <span className="small">{await ifMailed(RESETS, WAITS)}</span>
          </div>
        </div>
      )}
    </Section>
  );
}

/** For whoever may not give both at the root it is something to read. */
function UserTypeField({ member, before }: Pick<Props, "member" | "before">) {
  if (!member.isSelf && member.typeIsOffered)
    return (
      <RadioCards
        name="userType"
        legend="User Type"
        options={userTypes.map((type) => ({
          ...type,
          more: <TypeDifference before={before} userType={type.value} />,
        }))}
        {...(!member.userType && { hint: "Neither of the two yet: their roles are under Access." })}
      />
    );
  return (
    <StaticField
      label="User Type"
      hint={member.isSelf ? "Nobody changes their own: only another Admin can." : undefined}
      wide
    >
      {roleWords(member.roles)}
    </StaticField>
  );
}

function emailHint({ isSelf, atHome, isUnchecked }: Member) {
  if (isSelf) return "You change your own in Edit Profile, where it is confirmed.";
  return atHome && isUnchecked && "Not confirmed: no link that was sent to this address has been used yet.";
}
