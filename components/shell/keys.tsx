"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { Opened } from "./over-page";

/** Their scripts come when they are first asked for. */
const goTo = async () => (await import("./go-to")).GoTo;
const shortcuts = async () => (await import("./shortcuts")).Shortcuts;

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=checkbox], [type=radio]), textarea, select") !== null;

/** A page says by `aria-keyshortcuts` which of its controls a key presses. */
const meantBy = ({ key, shiftKey }: KeyboardEvent) =>
  /^[a-z]$/i.test(key) && !shiftKey ? document.querySelector(`main [aria-keyshortcuts="${key.toLowerCase()}"]`) : null;

const isField = (element: HTMLElement) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** The keys that work on every page: Ctrl or Cmd+K and, where keys of one letter do, `/`, `?` and those that the page itself names. */
export function Keys({ letters }: { letters: boolean }) {
  const [Open, setOpen] = useState<ComponentType<Opened>>();

  useEffect(() => {
    async function open(load: () => Promise<ComponentType<Opened>>) {
      const Loaded = await load();
      setOpen(() => Loaded);
    }
    function onKeyDown(event: KeyboardEvent) {
      const key = event.key.toLowerCase();
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (isCommand && key === "k") {
        event.preventDefault();
        return void open(goTo);
      }
      if (!letters || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
      if (key === "?") {
        event.preventDefault();
        return void open(shortcuts);
      }
      const meant = key === "/" ? document.querySelector("main input[type=search]") : meantBy(event);
      if (!(meant instanceof HTMLElement)) return;
      event.preventDefault();
      if (!isField(meant)) return meant.click();
      meant.focus();
      if (key === "/") meant.select();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [letters]);

  return Open && <Open close={() => setOpen(undefined)} />;
}

/** Somebody writes, or is asked something: then a letter is a letter. */
export const isBusy = ({ target }: KeyboardEvent) =>
  isWriting(target) || document.querySelector("dialog:modal") !== null;
