"use client";

import type { From } from "@/lib/pick/choice";
import { useField } from "../form/context";
import { Frame, type Words } from "../form/fields/frame";
import { useCombobox } from "./use-combobox";

type Props = Words & { name: string; from: From; maxLength?: number };

/** One line of text, with proposals for who types a part of it; anything may be typed, and is sent as it is. */
export function SuggestField({ name, label, hint, optional, wide, from, maxLength }: Props) {
  const { id, error, value, aria } = useField({ name, hint, optional });
  const { field, props, typed = "", isOpen, Popup, ...box } = useCombobox({ isStrict: false });
  const isShown = isOpen && typed.trim() !== "";
  return (
    <Frame {...{ id, label, hint, error }} optional={optional ?? false} wide={wide ?? false}>
      <input
        {...aria}
        {...props}
        id={id}
        name={name}
        className="input"
        role="combobox"
        aria-expanded={isShown}
        maxLength={maxLength}
        defaultValue={value}
        onChange={({ target }) => {
          box.setTyped(target.value);
          box.open();
        }}
        onBlur={box.close}
      />
      {Popup && isShown && (
        <Popup
          given={{ from, choices: [], isWhole: false }}
          field={field}
          query={typed}
          value=""
          empty={undefined}
          isStrict={false}
          wish={box.wish}
          setWish={box.setWish}
          pick={(choice) => {
            if (field.current) field.current.value = choice.value;
            box.close();
          }}
          close={box.close}
        />
      )}
    </Frame>
  );
}
