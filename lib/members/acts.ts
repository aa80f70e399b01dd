import type { Viewer } from "../access/viewer";
import { NotFound, Refused } from "../errors";
import type { Status } from "./status";

/** What can be done with one or many, in the order in which it is offered. */
export const acts = [
  ...(["enable", "disable", "resend", "assign", "add-role", "remove-role", "products"] as const),
  ...(["give-line", "take-line", "delete"] as const),
] as const;
export type Act = (typeof acts)[number];

/** Why it can't be done with somebody. */
export const reasons = ["self", "already", "accepted", "disabled", "guest", "only-admin"] as const;
export type Reason = (typeof reasons)[number];

type Person = {
  id: string;
  accountId: string;
  homeAccountId: string;
  name: string;
  status: Status;
  isOnlyAdminElsewhere: boolean;
};

/** What is known of a person tells; what depends on the choices is found when it is done. */
const REASONS: Partial<Record<Act, (person: Person) => Reason | null>> = {
  enable: ({ status }) => (status === "Disabled" ? null : "already"),
  disable: ({ status }) => (status === "Disabled" ? "already" : null),
  resend: ({ status }) => (status === "Pending" ? null : status === "Active" ? "accepted" : "disabled"),
  // Their login belongs to another company: it alone may delete it.
  delete: ({ accountId, homeAccountId, isOnlyAdminElsewhere }) =>
    homeAccountId !== accountId ? "guest" : isOnlyAdminElsewhere ? "only-admin" : null,
};

/** Of many, whoever has a reason is left out. Nobody does any of this to themself. */
export const whyNot = (act: Act, viewer: Viewer, person: Person): Reason | null =>
  person.id === viewer.memberId ? "self" : (REASONS[act]?.(person) ?? null);

/** Of one, the reason is said. */
export function refuseUnfit(act: Act, viewer: Viewer, people: readonly Person[]): void {
  for (const person of people) {
    const reason = whyNot(act, viewer, person);
    if (reason === "guest") throw new NotFound();
    if (reason) throw new Refused(SENTENCES[reason](person, act));
  }
}

export const onlyAdminElsewhere = ({ name }: { name: string }) =>
  `${name} is the only Admin of another company. They have to make somebody else an Admin there first.`;

const SENTENCES: Record<Exclude<Reason, "guest">, (person: Person, act: Act) => string> = {
  self: () => "You can't do this to yourself. Ask another Admin.",
  already: ({ name }, act) => (act === "enable" ? `${name} is not disabled.` : `${name} is disabled already.`),
  accepted: ({ name }) => `${name} has accepted the invitation already.`,
  disabled: ({ name }) => `${name} is disabled. Enable them first, then send the invitation.`,
  "only-admin": onlyAdminElsewhere,
};
