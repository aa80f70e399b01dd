import { groupsWith } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { nameOfTemplate } from "../../email/templates";
import type { MailState } from "../../invitations/mail-state";
import { nameOf } from "../../members/guest-privacy";
import { shownAddress } from "../../text/address";
import type { FoundEmail } from "./emails-statement";
import { suitsAgain } from "./suits-again";

/** One line of the email log. */
export type EmailRow = {
  id: string;
  at: Date;
  /** What people call it: "Welcome". */
  what: string;
  to: string;
  /** Null for an address that is no member's, or not any more. `page`: whether the viewer may open theirs. */
  person: { id: string; name: string; page: boolean } | null;
  state: MailState;
  /** Why it came no further, in the provider's words. */
  reason: string | null;
  /** When it is tried next, where it was tried in vain. */
  nextAt: Date | null;
  decidedAt: Date | null;
  may: { sendAgain: boolean; leave: boolean };
};

/** An email as the viewer is shown it; what they may not do, or what makes no sense, is not offered. */
export function rowOf(viewer: Viewer, email: FoundEmail): EmailRow {
  const { id, at, template, queue, state, reason, nextAt, decidedAt } = email;
  const person = personOf(email);
  const manages = person ? person.page : groupsWith(viewer, "users.manage").includes(viewer.rootGroupId);
  const isUndecided = queue === "failed" && decidedAt === null;
  const suits = suitsAgain(template, { status: email.status, atHome: email.atHome ?? false });
  return {
    ...{ id, at, person, state, reason, decidedAt },
    to: shownAddress(email.to),
    what: nameOfTemplate(template),
    nextAt: queue === "queued" && reason !== null ? nextAt : null,
    may: { sendAgain: manages && (queue === "sent" || isUndecided) && suits, leave: manages && isUndecided },
  };
}

function personOf({ personId: id, firstName, lastName, email, isManaged }: FoundEmail): EmailRow["person"] {
  return id === null ? null : { id, name: nameOf({ firstName, lastName, email: email ?? "" }), page: isManaged };
}
