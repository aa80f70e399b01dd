"use client";

import type { ReactNode } from "react";
import { Icon } from "../ui/icons";
import { Folding } from "./filter-fields";
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
    <LiveForm action={action} search={search.value} className="flex items-center gap-2 max-sm:gap-1.5">
      {Object.entries(fields).map(([name, value]) => value && <input key={name} type="hidden" {...{ name, value }} />)}
      <label className="search min-w-36 flex-1 sm:max-w-90">
        <Icon name="search" />
        <input
          type="search"
          name="search"
          className="input placeholder-shown:text-ellipsis placeholder-shown:[&::-webkit-search-cancel-button]:hidden max-sm:pr-2"
          aria-label={search.label}
          aria-keyshortcuts={search.shortcut}
          placeholder={search.label}
          defaultValue={search.value}
          maxLength={200}
        />
      </label>
      {children ? (
        <Folding chosen={chosen}>
          {children}
          <button type="submit" className="btn">
            Search
          </button>
        </Folding>
      ) : (
        <button type="submit" className="btn without-script">
          Search
        </button>
      )}
      {clear && (
        <a className="btn btn-quiet max-sm:w-(--tap) max-sm:flex-none max-sm:p-0" href={clear}>
          <span className="max-sm:sr-only">Clear</span>
          <span className="contents sm:hidden">
            <Icon name="close" />
          </span>
        </a>
      )}
    </LiveForm>
  </search>
);
