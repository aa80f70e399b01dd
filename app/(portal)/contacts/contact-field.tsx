"use client";

import { useState } from "react";
import { Frame } from "@/components/form/fields/frame";
import { useField } from "@/components/form/use-field";
import { SuggestBox } from "@/components/pick/suggest-box";

type Props = {
  name: string;
  label: string;
  hint: string;
  /** The contact who is not meant. */
  but?: string;
};

/** A phone number, or a contact's whole name; with a script a part of it finds them, and below it stands whose it is. */
export function ContactField({ name, label, hint, but }: Props) {
  const { id, error, value, attempt, named, aria } = useField({ name, hint });
  const [chosen, setChosen] = useState<string>();
  return (
    <Frame id={id} label={label} hint={chosen ?? hint} error={error}>
      <SuggestBox
        key={attempt}
        {...{ id, value, aria }}
        {...named}
        from={but ? `contacts-to-text:${but}` : "contacts-to-text"}
        maxLength={160}
        isByName
        onPick={(choice) => setChosen(choice && [choice.label, choice.note].filter(Boolean).join(" · "))}
      />
    </Frame>
  );
}
