import { Time } from "@/app/time";
import type { listStrays } from "@/lib/numbers/carrier/strays";
import { formatNumber } from "@/lib/numbers/format-number";
import type { Eyes } from "@/lib/text/eyes";

type Props = {
  strays: Awaited<ReturnType<typeof listStrays>>;
  eyes: Eyes;
};

/** Texts that came to numbers which nobody has added: kept, so that nothing is lost. */
export function Strays({ strays, eyes }: Props) {
  if (strays.length === 0) return null;
  const isWhole = strays.every(({ body }) => body !== null);
  return (
    <section className="mt-6 grid gap-2">
      <h2>Texts to numbers that are nobody's</h2>
      <p className="small">
        The carrier brought them here. Add the number, and {isWhole ? "these and " : ""}what comes next is in the Inbox.
      </p>
      <div className="card">
        <ul aria-label="Texts to numbers that are nobody's">
          {strays.map(({ id, to, from, body, at }) => (
            <li key={id} className="grid gap-0.5 border-line px-4 py-2.5 not-first:border-t">
              <span className="text-small text-ink-2">
                To {formatNumber(to)}
                {from && ` from ${formatNumber(from)}`} · <Time at={at} {...eyes} />
              </span>
              {body !== null && <span className="wrap-anywhere whitespace-pre-wrap">{body}</span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
