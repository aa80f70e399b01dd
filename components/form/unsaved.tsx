"use client";

import { useContext, useLayoutEffect, useRef } from "react";
import { addressOfLink } from "../shell/addresses";
import { FormContext } from "./context";

const QUESTION = "Leave this page? What you changed is not saved.";

/** Asks once before what was changed in its form is left behind: by a link here, by the browser when the page closes. */
export function Unsaved() {
  const { state } = useContext(FormContext);
  const mark = useRef<HTMLSpanElement>(null);
  // A refused form holds what was typed, and takes it for what was there.
  const refused = state.attempt > 0 && !state.ok;

  // With the answer itself: a page that is left the moment it has come is asked about as well.
  useLayoutEffect(() => {
    const isOpen = () => !mark.current?.closest("fieldset:disabled") && (refused || isChanged(mark.current));
    function onUnload(event: BeforeUnloadEvent) {
      if (isOpen()) event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const address = addressOfLink(event);
      if (address === undefined || isHere(new URL(address, location.href)) || !isOpen()) return;
      if (window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [refused]);

  return <span ref={mark} hidden />;
}

/** Another part of a page (`?tab=`) takes fields away as another page does. */
const isHere = ({ pathname, searchParams }: URL) =>
  pathname === location.pathname && searchParams.get("tab") === new URLSearchParams(location.search).get("tab");

/** Every field knows what the page gave it. */
export function isChanged(mark: HTMLElement | null): boolean {
  return [...(mark?.closest("form")?.elements ?? [])].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected !== option.defaultSelected);
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement)) return false;
    if (field.type === "hidden") return field.value !== (field.dataset.was ?? field.value);
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });
}
