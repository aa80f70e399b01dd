import { Time } from "@/app/time";
import { Pill, type Tone } from "@/components/ui/pill";
import { isDropped, type MailState, mailWords, reasonWords } from "@/lib/invitations/mail-state";
import type { EmailRow } from "@/lib/outbox/log/email-row";
import type { Eyes } from "@/lib/text/eyes";
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

type Props = { rows: readonly EmailRow[]; eyes: Eyes };

export function Emails({ rows, eyes }: Props) {
  return (
    <table className="table max-[900px]:block">
      <thead className="max-[900px]:absolute max-[900px]:[clip-path:inset(50%)]">
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
      <tbody className="max-[900px]:block max-[900px]:*:first:border-t-0 max-[900px]:*:grid max-[900px]:*:grid-cols-[minmax(0,1fr)_max-content] max-[900px]:*:gap-x-3 max-[900px]:*:gap-y-1 max-[900px]:*:px-4 max-[900px]:*:py-3 [&_td]:align-top max-[900px]:[&_td]:p-0">
        {rows.map((email) => (
          <tr key={email.id}>
            <To email={email} />
            <td className="wrap-break-word max-[900px]:text-small max-[900px]:text-ink-2">{email.what}</td>
            <td className="text-ink-2 max-[900px]:text-end max-[900px]:text-small min-[900px]:whitespace-nowrap">
              <Time at={email.at} {...eyes} />
            </td>
            <td className="min-[900px]:w-[25%] min-[900px]:max-w-0 [&>small]:first-letter:uppercase">
              <Pill tone={TONES[email.state]}>{mailWords[email.state]}</Pill>
              <Why email={email} eyes={eyes} />
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

/** The address is said once where somebody has no name yet. What is too long is cut, never broken. */
function To({ email: { person, to } }: { email: EmailRow }) {
  const name = person?.name ?? to;
  return (
    <td className="max-[900px]:col-span-full min-[900px]:w-[32%] min-[900px]:max-w-0" title={name}>
      {person?.page ? (
        <a className="block truncate font-medium" href={`/admin/users/${person.id}`}>
          {name}
        </a>
      ) : (
        <span className="block truncate">{name}</span>
      )}
      {name !== to && (
        <small className="truncate" title={to}>
          {to}
        </small>
      )}
    </td>
  );
}

type WhyProps = { email: EmailRow; eyes: Eyes };

function Why({ email: { reason, nextAt, decidedAt, state }, eyes }: WhyProps) {
  return (
    <>
      {nextAt && (
        <small>
          Next try <Time at={nextAt} {...eyes} />
        </small>
      )}
      {reason && (
        <small className="wrap-normal overflow-hidden text-ellipsis" title={reasonWords(reason)}>
          {reasonWords(reason)}
        </small>
      )}
      {state === "failed" && decidedAt && !isDropped(reason) && <small>Nothing to decide any more</small>}
    </>
  );
}
