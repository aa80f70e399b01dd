"use client";

import { useEffect, useState } from "react";
import { useField } from "@/components/form/context";
import { Frame } from "@/components/form/fields/frame";
import { useCombobox } from "@/components/pick/use-combobox";
import type { Choice } from "@/lib/pick/choice";

const HINT = "A contact or a phone number.";
const GIVEN = { from: "contacts-to-text", choices: [], isWhole: false } as const;

/** A phone number; with a script a contact's name finds it. */
export function ToField() {
  const { id, error, value, attempt, aria } = useField({ name: "to", hint: HINT });
  const [chosen, setChosen] = useState<string>();
  return (
    <Frame id={id} label="To" hint={chosen ?? HINT} error={error}>
      <Box key={attempt} {...{ id, value, aria, setChosen }} />
    </Frame>
  );
}

type Props = Pick<ReturnType<typeof useField>, "id" | "value" | "aria"> & { setChosen: (name?: string) => void };

/** What stands in it is what is sent: the number, and below it whose it is. */
function Box({ id, value, aria, setChosen }: Props) {
  const [hasScript, setHasScript] = useState(false);
  const { props, field, ...box } = useCombobox({ isStrict: false });
  const { Popup } = box;
  useEffect(() => setHasScript(true), []);

  function pick({ value: number, label, note }: Choice) {
    if (field.current) field.current.value = number;
    setChosen(note ? `${label} · ${note}` : label);
    box.close();
  }

  // A name that is typed out in full stands for its number.
  const leave = () => (/\p{L}/u.test(box.typed ?? "") ? box.setWish("leave") : box.close());

  return (
    <span className="relative block">
      <input
        {...aria}
        {...(hasScript && props)}
        ref={field}
        id={id}
        name="to"
        type="tel"
        className="input"
        defaultValue={value}
        autoComplete="off"
        maxLength={60}
        onChange={({ target }) => {
          box.setTyped(target.value);
          box.open();
          setChosen();
        }}
        onBlur={leave}
      />
      {Popup && (
        <Popup
          given={GIVEN}
          field={field}
          query={box.typed ?? ""}
          value=""
          empty={undefined}
          isStrict={false}
          wish={box.wish}
          setWish={box.setWish}
          pick={pick}
          close={box.close}
        />
      )}
    </span>
  );
}
