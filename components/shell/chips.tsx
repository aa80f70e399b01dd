import { Icon } from "../ui/icons";

/** One thing that narrows a list, and the list's address without it. */
export type Chip = { label: string; without: string };

/** What a list is narrowed by, each taken off by itself. */
export const Chips = ({ chips }: { chips: readonly Chip[] }) =>
  chips.length > 0 && (
    <ul className="flex min-w-0 flex-wrap gap-1.5" aria-label="Filters in use">
      {chips.map(({ label, without }) => (
        <li key={without} className="min-w-0 max-w-full">
          <a
            href={without}
            title={label}
            className="inline-flex min-h-(--tap-small) max-w-full items-center gap-1.5 rounded-full border border-line bg-panel pr-2 pl-3 text-small hover:bg-sunken"
          >
            <span className="sr-only">Remove </span>
            <span className="max-w-60 overflow-hidden text-ellipsis whitespace-nowrap">{label}</span>
            <Icon name="close" />
          </a>
        </li>
      ))}
    </ul>
  );
