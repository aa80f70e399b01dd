"use client";

import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { Frame } from "@/components/form/fields/frame";
import { Select } from "@/components/form/fields/options";
import { useField } from "@/components/form/use-field";
import { Combobox, type Early } from "@/components/pick/combobox";
import type { Given } from "@/components/pick/list-of";
import { zonesIn, zonesOf } from "@/lib/text/zones";

type Props = {
  /** As lib/text/time.ts has them. */
  options: string;
  hint?: string;
  defaultValue?: string;
  empty?: string;
  wide?: boolean;
  /** The browser's own, once there is a script to ask it and as long as nobody has chosen. */
  proposes?: true;
};

const LABEL = "Time Zone";

/** Hundreds of choices that mostly only stand there: the browser's own list, and one to search in once somebody is at it. */
export function TimeZoneField({ options, hint, defaultValue, empty, wide, proposes }: Props) {
  const { id, error, value, attempt, named, aria } = useField({ name: "timeZone", hint, defaultValue });
  const [begun, setBegun] = useState<{ early: Early; given: Given; attempt: number }>();
  const select = useRef<HTMLSelectElement>(null);
  const zones = useMemo(() => zonesIn(options), [options]);
  const isFresh = useRef(proposes && attempt === 0);

  useEffect(() => {
    if (select.current && isFresh.current && isUntouched(select.current)) propose(select.current);
  }, []);

  const begin = (how: Partial<Early>) =>
    select.current &&
    setBegun({ early: { value: select.current.value, hadFocus: true, ...how }, given: zonesOf(zones), attempt });

  /** Before the browser opens its own list. */
  function press(event: MouseEvent) {
    if (event.button !== 0) return;
    event.preventDefault();
    begin({ isPressed: true });
  }

  return (
    <Frame {...{ id, label: LABEL, hint, error }} wide={wide ?? false}>
      {begun?.attempt === attempt ? (
        <Combobox {...{ id, value, empty, aria }} {...named} label={LABEL} isLabelled {...begun} />
      ) : (
        <Select
          key={attempt}
          ref={select}
          {...aria}
          {...named}
          {...{ id, empty }}
          options={zones}
          defaultValue={value}
          onFocus={() => begin({})}
          onMouseDown={press}
        />
      )}
    </Frame>
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
