import { ActionButton } from "@/components/form/action-button";
import { Icon } from "@/components/ui/icons";
import type { FirstDays } from "@/lib/overview/first-days";
import { dismissFirstDays } from "./actions";

const steps = [
  { key: "number", words: "Add an SMS number", href: "/admin/numbers/new" },
  { key: "group", words: "Add a group for a team or a place", href: "/admin/groups/new" },
  { key: "colleague", words: "Invite your colleagues", href: "/admin/users/invite" },
  {
    key: "admins",
    words: "Have a second Admin of the whole company, who can let you in again",
    href: "/admin/users?status=Active",
  },
] as const;

/** What a new company does first, in this order; what is done is ticked. */
export const FirstDaysCard = ({ days }: { days: FirstDays }) => (
  <section className="card mb-4 grid justify-items-start gap-3 p-4" aria-labelledby="first-days">
    <h2 id="first-days">First days</h2>
    <ol className="grid gap-1">
      {steps.map(({ key, words, href }) => (
        <li key={key} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={`grid size-5 flex-none place-items-center rounded-full ${days[key] ? "text-good" : "border border-line-strong"}`}
          >
            {days[key] && <Icon name="check" />}
          </span>
          {days[key] ? (
            <span className="text-ink-2">
              {words} <span className="sr-only">(done)</span>
            </span>
          ) : (
            <a className="link py-1" href={href}>
              {words}
            </a>
          )}
        </li>
      ))}
    </ol>
    <ActionButton action={dismissFirstDays} once={crypto.randomUUID()} size="small">
      Dismiss
    </ActionButton>
  </section>
);
