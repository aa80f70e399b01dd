"use client";

import { type ReactNode, useId } from "react";
import { Icon } from "../ui/icons";
import { LiveForm } from "./live-form";

type Props = {
  action: string;
  /** What is looked for, what the field is called ("Search users"), and the key that leads to it. */
  search: { label: string; value: string; shortcut: string | undefined };
  /** The rest of the list's state. */
  fields?: Readonly<Record<string, string | undefined>>;
  /** How many filters are set. */
  chosen?: number;
  /** Where nothing is left out; none where that is so already, or it stands with the chips. */
  clear?: string | null;
  /** The filters, where there are any. */
  children?: ReactNode;
};

/**
 * A GET form: what is asked for stands in the address. With a script it is asked while somebody types. On a phone the
 * filters are a popover behind a button, still within the form.
 */
export const ListFilters = ({ action, search, fields = {}, chosen = 0, clear, children }: Props) => (
  <search className="print:hidden sticky top-(--bar) z-5 -mx-1 -mt-2 block bg-paper px-1 py-2 max-sm:-mt-1 max-sm:py-1">
    <LiveForm action={action} search={search.value} className="flex items-center gap-2">
      {Object.entries(fields).map(([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />)}
      <label className="search min-w-36 flex-1 sm:max-w-90">
        <Icon name="search" />
        <input
          type="search"
          name="search"
          className="input placeholder-shown:text-ellipsis"
          aria-label={search.label}
          aria-keyshortcuts={search.shortcut}
          placeholder={search.label}
          defaultValue={search.value}
          maxLength={200}
        />
      </label>
      {children ? (
        <Filters chosen={chosen}>{children}</Filters>
      ) : (
        <button type="submit" className="btn without-script">
          Search
        </button>
      )}
      {clear && (
        <a className="btn btn-quiet" href={clear}>
          Clear
        </a>
      )}
    </LiveForm>
  </search>
);

/** On a phone, wherever a page has the button; where the browser can't tell, where the list of people has it. */
const UNDER =
  "max-sm:[position-anchor:auto] max-sm:supports-[top:anchor(bottom)]:[inset:calc(anchor(bottom)_+_8px)_8px_auto]";

function Filters({ chosen, children }: { chosen: number; children: ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" className="btn sm:hidden" popoverTarget={id}>
        Filters{chosen > 0 && ` (${chosen})`}
      </button>
      <fieldset id={id} popover="auto" className={`folding ${UNDER}`} aria-label="Filters">
        {children}
        <button type="submit" className="btn">
          Search
        </button>
      </fieldset>
    </>
  );
}
