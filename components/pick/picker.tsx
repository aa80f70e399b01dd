"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Choice } from "@/lib/pick/choice";
import { Select } from "../form/fields/options";
import type { Early, Picked, Combobox as Searched } from "./combobox";
import { pickedWords } from "./list-of";

type Props = Picked & {
  autoFocus?: true;
  /** How to look for more where there is no script. */
  step?: ReactNode;
};

/** All of a list that is as short as one answer of the server are seen at once: the browser's own does it better. */
const SHORT = 20;

const load = () => import("./combobox");

// Most pages have no long list. One that has asks while React takes it over, not after.
if (typeof document !== "undefined" && document.querySelector("select[data-long]")) void load();

/** One of many. The browser's own list, until there is a script and the list is long: then one to search in. */
export function Picker(props: Props) {
  const { given, value, name, form, empty, aria, id } = props;
  const select = useRef<HTMLSelectElement>(null);
  const [long, setLong] = useState<{ early: Early; Combobox: typeof Searched }>();
  const isLong = !given.isWhole || given.choices.length > SHORT;

  useEffect(() => {
    async function begin() {
      const { Combobox } = await load();
      const now = select.current;
      if (now) setLong({ Combobox, early: { value: now.value, hadFocus: document.activeElement === now } });
    }
    if (isLong) void begin();
  }, [isLong]);

  if (long && isLong) {
    const { Combobox, early } = long;
    return <Combobox {...props} early={early} />;
  }
  return (
    <>
      <Select
        {...aria}
        ref={select}
        {...{ id, name, form, empty }}
        options={given.choices.map(inPlace)}
        aria-label={props.isLabelled ? undefined : props.label}
        defaultValue={value}
        {...(props.autoFocus && { autoFocus: true })}
        {...(isLong && { "data-long": "" })}
      />
      {props.step}
    </>
  );
}

const inPlace = (choice: Choice) => ({ value: choice.value, label: pickedWords(choice) });
