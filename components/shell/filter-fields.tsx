import { type ReactNode, useId } from "react";
import type { Days } from "@/lib/text/days";

type Props = { label: string; name: string };

/** A word to look for. */
export const FilterText = ({ label, name, ...rest }: Props & { value: string; placeholder?: string }) => (
  <label className="field">
    <span className="label">{label}</span>
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
      <label htmlFor={id} className="label">
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

/** From one day to another, both included; `backwards`: nothing lies between them. */
export function FilterDays({ since, until, backwards }: Days & { backwards: boolean }) {
  const id = useId();
  return (
    <>
      <label className="field">
        <span className="label">From</span>
        <input type="date" name="from" className="input" defaultValue={since ?? ""} />
      </label>
      <div className="field">
        <label htmlFor={id} className="label">
          To
        </label>
        <input
          type="date"
          id={id}
          name="to"
          className="input"
          defaultValue={until ?? ""}
          {...(backwards && { "aria-invalid": true, "aria-describedby": `${id}-error` })}
        />
      </div>
      {backwards && (
        <p id={`${id}-error`} className="field-error order-1 mt-0! w-full">
          Choose a day that is not before From.
        </p>
      )}
    </>
  );
}
