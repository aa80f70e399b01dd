"use client";

import { useEffect, useRef } from "react";
import { type Option, Options } from "@/components/form/fields/options";
import type { Given } from "@/components/pick/list-of";
import { Picker } from "@/components/pick/picker";

type Props = {
  name: string;
  label: string;
  /** The words of the choice that leaves nobody out. */
  any: string;
  options: readonly Option[];
  value: string | null;
};

/**
 * One filter of a toolbar. Drawn on the client's side of React so that long lists are not sent twice. It stays the same
 * element when the list changes, so that who is choosing keeps the focus.
 */
export function FilterSelect({ name, label, any, options, value }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (select.current) select.current.value = value ?? "";
  }, [value]);
  return (
    <span className="select min-w-0 sm:flex-[0_1_136px]">
      <select ref={select} name={name} className="input" aria-label={label} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        <Options options={options} />
      </select>
    </span>
  );
}

type PickerProps = Omit<Props, "options"> & { given: Given };

/** The same where there may be very many: without a script, a field beside it looks for them. */
export const FilterPicker = ({ any, given, value, ...rest }: PickerProps) => (
  <span className="grid min-w-0 gap-1 sm:flex-[0_1_136px]">
    <Picker
      {...rest}
      given={given}
      value={value ?? ""}
      empty={any}
      {...(!given.isWhole && { step: <FindWords find={given.find} /> })}
    />
  </span>
);

const FindWords = ({ find }: { find: string | undefined }) => (
  <input
    type="search"
    name="find"
    className="input without-script"
    aria-label="Search the list"
    placeholder="Search the list"
    defaultValue={find}
    maxLength={200}
  />
);
