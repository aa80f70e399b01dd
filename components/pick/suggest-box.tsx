"use client";

import type { AriaAttributes } from "react";
import type { Choice, From } from "@/lib/pick/choice";
import { useCombobox } from "./use-combobox";

type Props = {
  id: string;
  name: string;
  form?: string;
  value: string;
  aria: AriaAttributes;
  from: From;
  maxLength?: number | undefined;
  /** Whether a name that is typed out in full stands for what it names; then the first few are offered before a word is typed. */
  isByName?: true;
  /** What was picked, and nothing any more once somebody types on. */
  onPick?: (choice?: Choice) => void;
};

/** One line of text, with proposals for who types a part of it; anything may be typed, and what stands in it is sent. */
export function SuggestBox({ value, aria, from, isByName, onPick, ...input }: Props) {
  const { field, props, list, typed, ...box } = useCombobox({
    given: { from, choices: [], isWhole: false },
    isStrict: false,
    isByName: isByName ?? false,
    pick: (choice) => {
      if (field.current) field.current.value = choice.value;
      onPick?.(choice);
    },
  });
  return (
    <>
      <input
        {...aria}
        {...props}
        {...input}
        type="text"
        className="input"
        defaultValue={value}
        onChange={(event) => {
          props.onChange(event);
          onPick?.();
        }}
        onBlur={isByName && /\p{L}/u.test(typed ?? "") ? box.leave : box.close}
      />
      {list}
    </>
  );
}
