import { Pill, type Tone } from "@/components/ui/pill";
import { Time } from "@/components/ui/time";
import { isDropped, type MailState, mailWords, reasonWords } from "@/lib/invitations/mail-state";
import type { EmailRow } from "@/lib/outbox/log/email-row";
import { Decisions } from "./decisions";

const TONES: Record<MailState, Tone> = {
  queued: "wait",
  sent: "off",
  delivered: "good",
  delayed: "wait",
  bounced: "bad",
  complained: "bad",
  failed: "bad",
};

type Props = { rows: readonly EmailRow[]; zone: string; locale: string | null };

export function Emails({ rows, zone, locale }: Props) {
  const now = new Date();
  return (
    <table className="table emails">
      <thead>
        <tr>
          <th scope="col">To</th>
          <th scope="col">Email</th>
          <th scope="col">When</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((email) => (
          <tr key={email.id}>
            <td>
              <To email={email} />
            </td>
            <td>{email.what}</td>
            <td>
              <Time at={email.at} zone={zone} locale={locale} now={now} />
            </td>
            <td>
              <Pill tone={TONES[email.state]}>{mailWords[email.state]}</Pill>
              <Why email={email} zone={zone} locale={locale} now={now} />
            </td>
            <td>
              <Decisions
                emailId={email.id}
                about={`${email.what} to ${email.to}`}
                once={{ again: crypto.randomUUID(), leave: crypto.randomUUID() }}
                may={email.may}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The address is said once where somebody has no name yet. */
function To({ email: { person, to } }: { email: EmailRow }) {
  if (!person) return to;
  return (
    <>
      {person.page ? <a href={`/admin/users/${person.id}`}>{person.name}</a> : person.name}
      {person.name !== to && <small>{to}</small>}
    </>
  );
}

type Eyes = { email: EmailRow; zone: string; locale: string | null; now: Date };

function Why({ email: { reason, nextAt, decidedAt, state }, zone, locale, now }: Eyes) {
  return (
    <>
      {nextAt && (
        <small>
          Next try <Time at={nextAt} zone={zone} locale={locale} now={now} />
        </small>
      )}
      {reason && <small>{reasonWords(reason)}</small>}
      {state === "failed" && decidedAt && !isDropped(reason) && <small>Nothing to decide any more</small>}
    </>
  );
}
