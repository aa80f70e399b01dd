"use client";

import { useEffect } from "react";
import { isBusy } from "@/components/shell/keys";

/** `j` and `k`: beside an open thread the next and the previous one, otherwise from row to row. The one that is open is in view. */
export function ListKeys({ letters }: { letters: boolean }) {
  useEffect(() => {
    document.querySelector(".conversations [aria-current]")?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    if (!letters) return;
    function onKeyDown(event: KeyboardEvent) {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
      const rows = [...document.querySelectorAll<HTMLElement>(".conversations a")];
      const open = rows.findIndex((row) => row.ariaCurrent === "true");
      const at = open >= 0 ? open : rows.findIndex((row) => row.matches(":focus"));
      const to = rows[at + step];
      if (!to) return;
      event.preventDefault();
      if (/\/inbox\/./.test(location.pathname)) return to.click();
      to.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [letters]);
  return null;
}
