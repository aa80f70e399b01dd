"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Choice } from "@/lib/pick/choice";
import { Options } from "../form/fields/options";
import { Combobox, type Picked } from "./combobox";
import { pickedWords } from "./list-of";

type Props = Picked & {
  autoFocus?: true;
  /** How to look for more where there is no script. */
  step?: ReactNode;
};

/** All of a list that is as short as one answer of the server are seen at once: the browser's own does it better. */
const SHORT = 20;

/** One of many. The browser's own list, until there is a script and the list is long: then one to search in. */
export function Picker(props: Props) {
  const { given, value, name, form, empty, aria, id } = props;
  const select = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useState<{ value: string; hadFocus: boolean }>();
  const isLong = !given.isWhole || given.choices.length > SHORT;

  useEffect(() => {
    const early = select.current;
    if (early && isLong) setChosen({ value: early.value, hadFocus: document.activeElement === early });
  }, [isLong]);

  if (chosen && isLong) return <Combobox {...props} early={chosen} />;
  return (
    <>
      <span className="select">
        <select
          {...aria}
          ref={select}
          {...{ id, name, form }}
          className="input"
          aria-label={props.isLabelled ? undefined : props.label}
          defaultValue={value}
          {...(props.autoFocus && { autoFocus: true })}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          <Options options={given.choices.map(inPlace)} />
        </select>
      </span>
      {props.step}
    </>
  );
}

const inPlace = (choice: Choice) => ({ value: choice.value, label: pickedWords(choice) });
