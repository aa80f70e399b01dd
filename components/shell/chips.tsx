import type { ReactNode } from "react";
import { Icon } from "../ui/icons";

/** One thing that narrows a list, and the list's address without it. */
export type Chip = { label: string; without: string };

type Props = {
  chips: readonly Chip[];
  /** Where nothing is left out. */
  clear?: string | undefined;
  /** What else can be done with what is shown. */
  children?: ReactNode;
};

/** What a list is narrowed by, each taken off by itself. On a phone one line, pushed along with a finger. */
export const Chips = ({ chips, clear, children }: Props) => (
  <div className="relative mb-2 flex flex-wrap items-center gap-2 max-sm:-mx-4 max-sm:mb-1 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:[--tap-small:32px] max-sm:[--tap:32px] max-sm:*:flex-none max-sm:[&_.input]:py-1 [scrollbar-width:none]">
    {chips.length > 0 && (
      <ul className="flex min-w-0 gap-1.5 sm:flex-wrap" aria-label="Filters in use">
        {chips.map(({ label, without }) => (
          <li key={without} className="min-w-0 max-w-full">
            <a
              href={without}
              title={label}
              className="inline-flex min-h-(--tap-small) max-w-full items-center gap-1.5 rounded-full border border-line bg-panel pr-2 pl-3 text-small hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <span className="sr-only">Remove </span>
              <span className="max-w-60 overflow-hidden text-ellipsis whitespace-nowrap max-sm:max-w-40">{label}</span>
              <Icon name="close" />
            </a>
          </li>
        ))}
      </ul>
    )}
    {clear && (
      <a className="btn btn-quiet btn-small focus-visible:-outline-offset-2" href={clear}>
        Clear
      </a>
    )}
    {children && <div className="sm:ml-auto">{children}</div>}
  </div>
);
