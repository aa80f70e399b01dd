export type MailState = "queued" | "sent" | "failed" | "delayed" | "delivered" | "bounced" | "complained";

/** How far the newest email with an invitation has come, and why it came no further. Null: none was ever queued. */
export type InvitationMail = { state: MailState; reason: string | null } | null;

/** What people call each state. */
export const mailWords: Record<MailState, string> = {
  queued: "Waiting",
  sent: "Sent",
  delivered: "Delivered",
  delayed: "Delayed",
  bounced: "Bounced",
  complained: "Reported as spam",
  failed: "Couldn't be sent",
};

/** They reached nobody. */
export const lostStates: readonly MailState[] = ["bounced", "failed", "complained"];

/** The worker's mark on those that nobody should get any more; the reason follows. */
const DROPPED = "dropped: ";

export const isDropped = (reason: string | null) => reason?.startsWith(DROPPED) ?? false;

export const reasonWords = (reason: string) => (isDropped(reason) ? reason.slice(DROPPED.length) : reason);

/** An invitation that did not reach anybody, with the provider's reason; somebody has to do something about it. */
export function lostWords(mail: InvitationMail): string | null {
  if (!mail || !lostStates.includes(mail.state)) return null;
  const word = mailWords[mail.state];
  const said = mail.state === "complained" ? word : `Invitation ${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return mail.reason ? `${said}: ${reasonWords(mail.reason)}` : said;
}
