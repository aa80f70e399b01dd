"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { Opened } from "./over-page";

/** Their scripts come when they are first asked for. */
const goTo = async () => (await import("./go-to")).GoTo;
const shortcuts = async () => (await import("./shortcuts")).Shortcuts;

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=checkbox], [type=radio]), textarea, select") !== null;

/** The keys that work on every page: Ctrl or Cmd+K, `/` and `?`. */
export function Keys() {
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
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || isDialogOpen()) return;
      if (key === "?") {
        event.preventDefault();
        return void open(shortcuts);
      }
      const search = document.querySelector<HTMLInputElement>("main input[type=search]");
      if (key !== "/" || !search) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return Open && <Open close={() => setOpen(undefined)} />;
}

const isDialogOpen = () => document.querySelector("dialog:modal") !== null;
