import type { Candidate } from "./candidates";

/** What can be done with many at once, in the order in which it is offered. */
export const acts = ["enable", "disable", "resend", "assign", "add-role", "remove-role", "products", "delete"] as const;
export type Act = (typeof acts)[number];

/** Why somebody is left out although they are selected. */
export const reasons = ["self", "already", "accepted", "disabled", "guest", "only-admin"] as const;
export type Reason = (typeof reasons)[number];

/** What is known of a person tells who is left out; what depends on the choices is found when it is done. */
const UNFIT: Partial<Record<Act, (person: Candidate) => Reason | null>> = {
  enable: ({ status }) => (status === "Disabled" ? null : "already"),
  disable: ({ status }) => (status === "Disabled" ? "already" : null),
  resend: ({ status }) => (status === "Pending" ? null : status === "Active" ? "accepted" : "disabled"),
  // Their login belongs to another company: it alone may delete it.
  delete: ({ atHome, isOnlyAdminElsewhere }) => (!atHome ? "guest" : isOnlyAdminElsewhere ? "only-admin" : null),
};

/** Nobody does any of this to themself. */
export const leftOut = (act: Act, person: Candidate): Reason | null =>
  person.isSelf ? "self" : (UNFIT[act]?.(person) ?? null);
