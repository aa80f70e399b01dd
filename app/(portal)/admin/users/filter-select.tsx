"use client";

import { useEffect, useRef } from "react";
import { type Option, Options } from "@/components/form/fields/options";

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
