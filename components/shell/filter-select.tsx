"use client";

import { useEffect, useRef } from "react";
import { type Choices, Select } from "@/components/form/fields/options";
import type { Given } from "@/components/pick/list-of";
import { Picker } from "@/components/pick/picker";

type Props = {
  name: string;
  label: string;
  /** The words of the choice that leaves nobody out. */
  any: string;
  options: Choices;
  value: string | null;
};

/** What leaves nobody out is never cut; what is chosen gives way where there is little room, and stands whole among the chips. */
const room = (value: string | null) => (!value ? "sm:max-w-40 sm:flex-none" : "min-w-0 sm:max-w-50 sm:min-w-24");

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
    <Select
      {...{ ref: select, name, options }}
      aria-label={label}
      defaultValue={value ?? ""}
      empty={any}
      room={room(value)}
    />
  );
}

type PickerProps = Omit<Props, "options"> & { given: Given };

/** The same where there may be very many: without a script, a field beside it looks for them. */
export const FilterPicker = ({ any, given, value, ...rest }: PickerProps) => (
  <span className={`grid gap-1 ${room(value)}`}>
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
