"use client";

import { type Option, Options } from "@/components/form/fields/options";

type Props = {
  name: string;
  label: string;
  /** The words of the choice that leaves nobody out. */
  any: string;
  options: readonly Option[];
  value: string | null;
};

/** One filter of a toolbar. Drawn on the client's side of React so that long lists are not sent twice. */
export function FilterSelect({ name, label, any, options, value }: Props) {
  return (
    <span className="select">
      <select key={value} name={name} className="input" aria-label={label} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        <Options options={options} />
      </select>
    </span>
  );
}
