import { type ReactNode, useId } from "react";
import type { Days } from "@/lib/text/days";

/** The id of what is wrong with the days, said where it is seen also while the filters are folded. */
const BACKWARDS = "backwards";

type FormProps = {
  action: string;
  /** The list's address as it is now, from its first page. */
  address: string;
  /** Whether To is before From. */
  backwards?: boolean;
  children: ReactNode;
};

/**
 * Filters of a list that are asked for together. A GET form: what is asked for stands in the address. Clear takes the room that
 * its button keeps for it, and so stands beside that, also where it begins a line; on a phone beside what unfolds the filters.
 */
export function FilterForm({ action, address, backwards, children }: FormProps) {
  const isSet = address !== action;
  return (
    <search className="mb-3 block print:hidden">
      <form key={address} action={action} className="flex flex-wrap items-end gap-2" autoComplete="off">
        <Folding
          chosen={new URLSearchParams(address.split("?")[1]).size}
          className="max-sm:max-h-[calc(100dvh-80px)] max-sm:grid-cols-2 sm:contents sm:[&>.field]:flex-[1_1_148px]"
        >
          {children}
          <div className={`max-sm:col-span-2 max-sm:grid ${isSet ? "sm:pr-20" : ""}`}>
            <button type="submit" className="btn">
              Filter
            </button>
          </div>
        </Folding>
        {isSet && (
          <a className="btn btn-quiet sm:-ml-20 sm:w-18" href={action}>
            Clear
          </a>
        )}
      </form>
      {backwards && (
        <p id={BACKWARDS} className="field-error">
          Choose a day that is not before From.
        </p>
      )}
    </search>
  );
}

type Props = { label: string; name: string };

/** A word to look for. */
export const FilterText = ({ label, name, ...rest }: Props & { value: string; placeholder?: string }) => (
  <label className="field">
    <span className="font-medium">{label}</span>
    <input name={name} className="input" defaultValue={rest.value} maxLength={254} placeholder={rest.placeholder} />
  </label>
);

/** One of several, or any. Its label stands beside it: around it, the words of all choices would be part of its name. */
export function FilterChoice({
  label,
  name,
  ...rest
}: Props & { value: string | null; any: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <span className="select">
        <select id={id} name={name} className="input" defaultValue={rest.value ?? ""}>
          <option value="">{rest.any}</option>
          {rest.children}
        </select>
      </span>
    </div>
  );
}

/** From one day to another, both included; `backwards`: nothing lies between them, which the form says (FilterForm). */
export function FilterDays({ since, until, backwards }: Days & { backwards: boolean }) {
  const id = useId();
  return (
    <>
      <label className="field">
        <span className="font-medium">From</span>
        <input type="date" name="from" className="input" defaultValue={since ?? ""} />
      </label>
      <div className="field">
        <label htmlFor={id} className="font-medium">
          To
        </label>
        <input
          type="date"
          id={id}
          name="to"
          className="input"
          defaultValue={until ?? ""}
          {...(backwards && { "aria-invalid": true, "aria-describedby": BACKWARDS })}
        />
      </div>
    </>
  );
}

/** On a phone, wherever a page has the button; where the browser can't tell, where the list of people has it. */
const UNDER =
  "max-sm:[position-anchor:auto] max-sm:supports-[top:anchor(bottom)]:[inset:calc(anchor(bottom)_+_8px)_8px_auto]";

type FoldingProps = {
  /** How many are set. */
  chosen: number;
  className?: string;
  children: ReactNode;
};

/**
 * The filters of a list. On a phone they are a popover behind a button, still within their form; where "Clear" stands
 * beside them and there is no room for all, they go on in a second line rather than being cut.
 */
export function Folding({ chosen, className = "", children }: FoldingProps) {
  const id = useId();
  return (
    <>
      <button type="button" className="btn sm:hidden" popoverTarget={id}>
        Filters{chosen > 0 && ` (${chosen})`}
      </button>
      <fieldset
        id={id}
        popover="auto"
        className={`folding sm:has-[+a]:flex-wrap ${UNDER} ${className}`}
        aria-label="Filters"
      >
        {children}
      </fieldset>
    </>
  );
}
