import type { ReactNode } from "react";
import { Time } from "@/app/time";
import type { listStrays } from "@/lib/numbers/carrier/strays";
import { formatNumber } from "@/lib/numbers/format-number";
import type { Eyes } from "@/lib/text/eyes";

type Stray = Awaited<ReturnType<typeof listStrays>>[number];

type Props = { strays: readonly Stray[]; eyes: Eyes };

/** Texts to numbers which nobody has added, and from nobody: kept, so that nothing is lost. */
export function Strays({ strays, eyes }: Props) {
  const [ours, nobodys] = [strays.filter(({ isOwn }) => isOwn), strays.filter(({ isOwn }) => !isOwn)];
  const isWhole = nobodys.every(({ body }) => body !== null);
  return (
    <>
      <Kept title="Texts to numbers that are nobody's" strays={nobodys} eyes={eyes}>
        The carrier brought them here. Add the number, and {isWhole ? "these and " : ""}what comes next is in the Inbox.
      </Kept>
      <Kept title="Texts from nobody" strays={ours} eyes={eyes}>
        The carrier brought them without saying who wrote. They are in no conversation: there is nobody to answer.
      </Kept>
    </>
  );
}

type Kept = Props & { title: string; children: ReactNode };

function Kept({ title, strays, eyes, children }: Kept) {
  if (strays.length === 0) return null;
  return (
    <section className="mt-6 grid gap-2">
      <h2>{title}</h2>
      <p className="small">{children}</p>
      <div className="card">
        <ul aria-label={title}>
          {strays.map(({ id, to, from, body, at }) => (
            <li key={id} className="grid gap-0.5 border-line px-4 py-2.5 not-first:border-t">
              <span className="text-small text-ink-2">
                To {formatNumber(to)}
                {from !== null && ` from ${from === "" ? "nobody" : formatNumber(from)}`} · <Time at={at} {...eyes} />
              </span>
              {body !== null && <span className="wrap-anywhere whitespace-pre-wrap">{body}</span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
