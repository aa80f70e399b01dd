"use client";

import { useState } from "react";
import { useField } from "@/components/form/context";
import { Frame } from "@/components/form/fields/frame";
import { SuggestBox } from "@/components/pick/suggest-box";

const HINT = "A contact or a phone number.";

/** A phone number, or a contact's whole name; with a script a part of it finds them, and below it stands whose it is. */
export function ToField() {
  const { id, error, value, attempt, aria } = useField({ name: "to", hint: HINT });
  const [chosen, setChosen] = useState<string>();
  return (
    <Frame id={id} label="To" hint={chosen ?? HINT} error={error}>
      <SuggestBox
        key={attempt}
        {...{ id, value, aria }}
        name="to"
        from="contacts-to-text"
        maxLength={160}
        isByName
        onPick={(choice) => setChosen(choice && [choice.label, choice.note].filter(Boolean).join(" · "))}
      />
    </Frame>
  );
}
