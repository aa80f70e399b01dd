import { Segments } from "@/components/form/fields/segments";
import { StaticField } from "@/components/form/fields/static-field";
import { Pill } from "@/components/ui/pill";
import { lostWords } from "@/lib/invitations/mail-state";
import type { Member } from "@/lib/members/get";
import { invitationWords } from "../words";
import { LinkButton } from "./link-form";

const off = { value: "Disabled", label: "Disabled", tone: "off" } as const;
const active = { value: "Active", label: "Active", tone: "good" } as const;
const pending = { value: "Active", label: "Pending", tone: "wait" } as const;

/** Pending becomes Active by the person, never by an Admin; until then an invitation is what helps. */
export function PersonStatus({ member }: { member: Member }) {
  if (member.isSelf)
    return (
      <StaticField label="User Status" hint="Nobody disables themself: only another Admin can." wide>
        <Pill>{member.status}</Pill>
      </StaticField>
    );
  const isPending = member.status === "Pending";
  return (
    <>
      <Segments
        name="status"
        legend="User Status"
        hint="Takes effect as soon as you save: disabling logs them out of your company at once."
        options={[isPending ? pending : active, off]}
      />
      {isPending && (
        <div className="field wide" id="actions">
          <p>{invitationWords(member, new Date())}.</p>
          {lostWords(member.mail) && (
            <p className="hint">Correct the email below and save, or copy the link and hand it over yourself.</p>
          )}
          <div className="page-actions">
            <LinkButton form="resend" memberId={member.id} once={crypto.randomUUID()}>
              Resend invitation
            </LinkButton>
            <LinkButton form="copy" memberId={member.id} once={crypto.randomUUID()}>
              Copy invitation link
            </LinkButton>
          </div>
        </div>
      )}
    </>
  );
}
