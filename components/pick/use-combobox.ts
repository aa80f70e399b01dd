"use client";

import { type ComponentType, type KeyboardEvent, useRef, useState } from "react";
import type { Popped, Wish } from "./popup";

/** Its script comes when a picker first has the focus. */
const load = async () => (await import("./popup")).Popup;

/** What is typed in a field, whether its list is open, and what is wished of it. Enter never sends the form of a strict one. */
export function useCombobox({ isStrict }: { isStrict: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [wish, setWish] = useState<Wish>();
  const [Popup, setPopup] = useState<ComponentType<Popped>>();

  async function prepare() {
    const Loaded = await load();
    setPopup(() => Loaded);
  }

  function open() {
    setOpen(true);
    setWish(undefined);
  }

  function close() {
    setOpen(false);
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

  return {
    field,
    Popup: isOpen ? Popup : undefined,
    typed,
    isOpen,
    wish,
    setWish,
    close,
    setTyped,
    open,
    props: {
      ref: field,
      type: "text",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": isOpen,
      autoComplete: "off",
      autoCapitalize: "none",
      spellCheck: false,
      onFocus: () => void prepare(),
      onClick: open,
      onKeyDown,
    },
  } as const;
}
