"use client";

import { useEffect } from "react";
import { keepFocus } from "./keep-focus";
import { ROWS, stepFrom, stepToBar } from "./row-steps";
import { tickRange } from "./ticks";

const rowOf = (target: EventTarget | null) => (target instanceof Element ? target.closest(ROWS) : null);
const isBox = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type === "checkbox";
const boxOf = (row: Element | null) => row?.querySelector<HTMLInputElement>('input[type="checkbox"]');

/** Arrow keys between the rows, Space ticks the row, and with Shift all up to it; Enter opens it. The rest is the browser's own. */
export function RowKeys({ of }: { of: string }) {
  useEffect(() => {
    const list = document.getElementById(of);
    let last: HTMLInputElement | undefined;

    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Tab") return stepToBar(event);
      const row = rowOf(event.target);
      // In a box Enter would press the form's first button.
      if (event.key === "Enter" && isBox(event.target)) {
        event.preventDefault();
        row?.querySelector<HTMLElement>(".who a")?.click();
      }
      if (!row) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") return stepFrom(list, row, event);
      const box = boxOf(row);
      if (event.key !== " " || !box) return;
      event.preventDefault();
      box.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: event.shiftKey }));
    }

    function onClick({ target, shiftKey }: MouseEvent) {
      const box = boxOf(rowOf(target));
      if (!box || target !== box) return;
      if (shiftKey && box.form) tickRange(box.form, last, box);
      last = box;
    }

    const letGo = list ? keepFocus(list) : undefined;
    list?.addEventListener("keydown", onKeyDown);
    list?.addEventListener("click", onClick);
    return () => {
      letGo?.();
      list?.removeEventListener("keydown", onKeyDown);
      list?.removeEventListener("click", onClick);
    };
  }, [of]);
  return null;
}
