"use client";

import { useContext } from "react";
import { PICK } from "@/lib/form-state";
import type { Choice } from "@/lib/pick/choice";
import { FormContext, namedIn, pressing, type Sent } from "../form/context";
import { Frame, type Words } from "../form/fields/frame";
import { useField } from "../form/use-field";
import type { Given } from "./list-of";
import { Picker } from "./picker";

type Props = Words & { name: string; offer: Given; defaultValue?: string; empty?: string };

/** One of many, however many. Of more than a page lists there is a step to look for them where there is no script. */
export function PickerField({ name, label, hint, optional, wide, offer, defaultValue, empty }: Props) {
  const { id, error, value, attempt, named, aria } = useField({ name, hint, optional, defaultValue });
  const { state, sent } = useContext(FormContext);
  const picks = state.picks?.[name];
  const given = picks ? { ...offer, choices: together(picks.choices, offer.choices) } : offer;
  return (
    <Frame {...{ id, label, hint, error }} optional={optional ?? false} wide={wide ?? false}>
      <Picker
        key={attempt}
        {...{ id, label, given, value, empty, aria }}
        {...named}
        isLabelled
        {...(picks?.isAsked && { autoFocus: true })}
        {...(!offer.isWhole && {
          step: <FindStep {...{ name, sent }} find={picks?.find ?? ""} isAsked={picks?.isAsked} />,
        })}
      />
      {!offer.isWhole && <input type="hidden" {...namedIn(sent, PICK.all)} value={`${name} ${offer.from}`} />}
    </Frame>
  );
}

/** What the page lists by itself stays. */
const together = (found: readonly Choice[], listed: readonly Choice[]) => [
  ...found,
  ...listed.filter(({ value }) => !found.some((choice) => choice.value === value)),
];

type Step = { name: string; sent: Sent | undefined; find: string; isAsked: boolean | undefined };

/** Enter in any field of a form presses its first button, which must not be the one that looks. */
const FindStep = ({ name, sent, find, isAsked }: Step) => (
  <span className="without-script grid gap-1.5 print:hidden">
    <input type="hidden" {...namedIn(sent, PICK.before(name))} value={find} />
    <button type="submit" hidden tabIndex={-1} />
    <span className="flex gap-2">
      <input
        type="search"
        {...namedIn(sent, PICK.words(name))}
        className="input"
        aria-label="Search the list"
        placeholder="Search the list"
        defaultValue={find}
        maxLength={200}
      />
      <button
        type="submit"
        className="btn"
        {...(sent ? pressing(sent, { [PICK.find]: name }) : { name: PICK.find, value: name })}
      >
        Find
      </button>
    </span>
    <span className="hint">
      {isAsked
        ? "What was found is in the list above."
        : "There are too many to list. Search for them, then choose above."}
    </span>
  </span>
);
