"use client";

import { useContext, useEffect, useRef } from "react";
import { FormContext } from "../context";
import { SelectField } from "./select-field";

type Props = { options: string; hint?: string; defaultValue?: string; empty?: string; wide?: boolean };

/** Proposes the browser's own time zone, once there is a script to ask it and as long as nobody has chosen. */
export function TimeZoneField(props: Props) {
  const { state } = useContext(FormContext);
  const here = useRef<HTMLSpanElement>(null);
  const isFresh = useRef(state.attempt === 0);
  useEffect(() => {
    const select = here.current?.closest("form")?.querySelector<HTMLSelectElement>('select[name="timeZone"]');
    if (select && isFresh.current && isUntouched(select)) propose(select);
  }, []);
  return (
    <>
      <SelectField name="timeZone" label="Time Zone" {...props} />
      <span ref={here} hidden />
    </>
  );
}

const isUntouched = ({ options }: HTMLSelectElement) =>
  [...options].every((option) => option.selected === option.defaultSelected);

/** A browser may call a zone by a name that it no longer has here: what it calls each of ours by tells which it means. */
function propose(select: HTMLSelectElement) {
  const own = nameIn(undefined);
  const options = [...select.options];
  const meant = options.find(({ value }) => value === own) ?? options.find(({ value }) => nameIn(value) === own);
  if (meant) select.value = meant.value;
}

function nameIn(timeZone: string | undefined) {
  try {
    return new Intl.DateTimeFormat("en", timeZone === undefined ? {} : { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined; // A zone that this browser has not heard of is not its own.
  }
}
