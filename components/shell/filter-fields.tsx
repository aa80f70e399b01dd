import type { ReactNode } from "react";
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
export const FilterChoice = ({
  label,
  name,
  ...rest
}: Props & { value: string | null; any: string; children: ReactNode }) => (
  <div className="field">
    <label htmlFor={`choose-${name}`} className="label">
      {label}
    </label>
    <span className="select">
      <select id={`choose-${name}`} name={name} className="input" defaultValue={rest.value ?? ""}>
        <option value="">{rest.any}</option>
        {rest.children}
      </select>
    </span>
  </div>
);

const TO_ERROR = "to-error";

/** From one day to another, both included; `backwards`: nothing lies between them. */
export function FilterDays({ since, until, backwards }: Days & { backwards: boolean }) {
  return (
    <>
      <label className="field">
        <span className="label">From</span>
        <input type="date" name="from" className="input" defaultValue={since ?? ""} />
      </label>
      <div className="field">
        <label htmlFor="to" className="label">
          To
        </label>
        <input
          type="date"
          id="to"
          name="to"
          className="input"
          defaultValue={until ?? ""}
          {...(backwards && { "aria-invalid": true, "aria-describedby": TO_ERROR })}
        />
        {backwards && (
          <p id={TO_ERROR} className="field-error">
            Choose a day that is not before From.
          </p>
        )}
      </div>
    </>
  );
}
