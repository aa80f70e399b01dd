"use client";

import { type ChangeEvent, type ComponentType, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Choice } from "@/lib/pick/choice";
import type { Given } from "./list-of";
import type { Popped, Wish } from "./popup";

/** Its script comes when a picker first has the focus. */
const load = async () => (await import("./popup")).Popup;

type About = {
  given: Given;
  /** Whether only what is in the list may be chosen: then Enter never sends the form. */
  isStrict: boolean;
  /** Whether a name that is typed out in full is enough; otherwise a list that isn't strict waits for a word. */
  isByName?: boolean;
  /** Whether its list was asked for before there was a field. */
  opens?: boolean;
  /** The value that is chosen so far, and the words of the choice of nothing. */
  value?: string;
  empty?: string | undefined;
  pick: (choice: Choice) => void;
};

/** A field with a list of what is meant by what is typed in it. Until there is a script it is a field like any other. */
export function useCombobox({ given, isStrict, pick, value = "", empty, isByName = false, opens = false }: About) {
  const field = useRef<HTMLInputElement>(null);
  const [hasScript, setHasScript] = useState(false);
  const [typed, setTyped] = useState<string>();
  const [wantsList, setWantsList] = useState(opens);
  const [wish, setWish] = useState<Wish>();
  const [Popup, setPopup] = useState<ComponentType<Popped>>();
  const query = typed ?? "";
  const isOpen = wantsList && !(!isStrict && !isByName && query.trim() === "");

  useEffect(() => setHasScript(true), []);

  async function prepare() {
    const Loaded = await load();
    setPopup(() => Loaded);
  }

  function open() {
    setWantsList(true);
    setWish(undefined);
  }

  function close() {
    setWantsList(false);
    setTyped(undefined);
    setWish(undefined);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === "Escape" && isOpen) close();
    else if (key === "Enter" && isStrict) setWish(isOpen ? "choose" : undefined);
    else if (!isOpen && (key === "ArrowDown" || key === "ArrowUp")) open();
    else return;
    event.preventDefault();
  }

  const about = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false } as const;
  return {
    field,
    typed,
    close,
    /** Whoever leaves has chosen what they typed out in full. */
    leave: () => setWish("leave"),
    list: isOpen && Popup && (
      <Popup
        {...{ given, field, query, value, empty, isStrict, isByName, wish, setWish, close }}
        pick={(choice) => {
          close();
          pick(choice);
        }}
      />
    ),
    props: {
      ref: field,
      autoComplete: "off",
      autoCapitalize: "none",
      spellCheck: false,
      ...(hasScript && about),
      onFocus: () => void prepare(),
      onClick: open,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
        setTyped(target.value);
        open();
      },
      onKeyDown,
    },
  } as const;
}
