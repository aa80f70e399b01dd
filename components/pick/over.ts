"use client";

import { type RefObject, useLayoutEffect } from "react";

const GAP = 4;
const LEAST_ROOM = 220;
const LEAST_WIDTH = 280;

/** Over all else on the page, nothing cuts it off: under its field, or above it where there is more room. */
export function useOver(box: RefObject<HTMLElement | null>, field: HTMLElement | null) {
  useLayoutEffect(() => {
    const over = box.current;
    if (!over || !field) return;
    over.showPopover();
    const follow = () => place(over, field.getBoundingClientRect());
    follow();
    window.addEventListener("scroll", follow, { capture: true, passive: true });
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow, { capture: true });
      window.removeEventListener("resize", follow);
    };
  }, [box, field]);
}

function place({ style }: HTMLElement, { left, right, top, bottom, width }: DOMRect) {
  const { innerWidth, innerHeight } = window;
  const [below, above] = [innerHeight - bottom, top];
  const isAbove = below < LEAST_ROOM && above > below;
  const wide = Math.min(Math.max(width, LEAST_WIDTH), innerWidth - 2 * GAP);
  const begins = left + wide > innerWidth - GAP ? Math.max(GAP, right - wide) : left;
  style.width = `${wide}px`;
  style.left = `${begins}px`;
  style.top = isAbove ? "auto" : `${bottom + GAP}px`;
  style.bottom = isAbove ? `${innerHeight - top + GAP}px` : "auto";
  style.maxHeight = `${Math.min(360, (isAbove ? above : below) - 3 * GAP)}px`;
}
