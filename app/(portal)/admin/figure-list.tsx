import { useId } from "react";

export type FigureLink = { figure: string; label: string; href: string; isBad?: boolean };

/** Figures of one kind, each the way to the list of exactly those. */
export function FigureList({ title, links }: { title: string; links: readonly FigureLink[] }) {
  const id = useId();
  return (
    <section className="card p-4" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="mt-2 grid grid-cols-2 gap-1 sm:grid-cols-4">
        {links.map(({ figure, label, href, isBad }) => (
          <li key={label}>
            <a href={href} className="-mx-2 block rounded-1 px-2 py-1.5 hover:bg-sunken">
              <strong className={`block ${sizeOf(figure)} tabular-nums ${isBad ? "text-bad" : "text-ink"}`}>
                {figure}
              </strong>{" "}
              <span className="text-small text-ink-2">{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words as large as figures would break in the middle. */
const sizeOf = (figure: string) => (/^\d/.test(figure) ? "text-page" : "py-1 whitespace-nowrap");
