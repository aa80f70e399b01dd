"use client";

import { useEffect, useRef } from "react";

const isCut = (cell: HTMLElement) => {
  const box = cell.querySelector<HTMLElement>(":scope > :is(a, span)") ?? cell;
  return box.scrollWidth > box.clientWidth;
};

/** What is cut in the row that has the keyboard's focus, whole, under the row. Who reads by ear has it in the cells. */
export function Whole({ of }: { of: string }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const list = document.getElementById(of);
    function show({ target }: FocusEvent) {
      const row = target instanceof HTMLElement && target.matches(":focus-visible") ? target.closest("tbody tr") : null;
      const titled = [...(row?.querySelectorAll<HTMLElement>("td[title], small[title]") ?? [])];
      const words = titled.filter(isCut).map(({ title }) => title);
      if (!box.current || !row || words.length === 0) return hide();
      box.current.textContent = words.join(" · ");
      box.current.hidden = false;
      const { bottom, left } = row.getBoundingClientRect();
      box.current.style.top = `${bottom + scrollY - 2}px`;
      box.current.style.left = `${left + scrollX + 48}px`;
    }
    function hide() {
      if (box.current) box.current.hidden = true;
    }
    list?.addEventListener("focusin", show);
    list?.addEventListener("focusout", hide);
    return () => {
      list?.removeEventListener("focusin", show);
      list?.removeEventListener("focusout", hide);
    };
  }, [of]);

  return (
    <div
      ref={box}
      hidden
      aria-hidden="true"
      className="pointer-events-none absolute z-10 max-w-[min(640px,100vw-80px)] rounded-1 border border-line-strong bg-panel px-2.5 py-1 text-small shadow-1 wrap-anywhere"
    />
  );
}
