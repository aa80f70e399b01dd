import { Refused } from "../errors";
import { type ManagedMember, subjectOf } from "../members/managed";

/** Only who has not come in yet can be invited again. */
export function refuseUnlessPending(member: ManagedMember) {
  const { name } = subjectOf(member);
  if (member.status === "Active") throw new Refused(`${name} has accepted the invitation already.`);
  if (member.status === "Disabled")
    throw new Refused(`${name} is disabled. Enable them first, then send the invitation.`);
}
