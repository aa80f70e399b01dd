"use client";

import { useEffect, useRef } from "react";
import { isLost } from "@/components/shell/go-on";

/** Where the list was read anew, its form is another: whoever pressed a button of it goes on at the words about that. */
export function AfterReading({ reading }: { reading: number }) {
  const before = useRef(reading);
  useEffect(() => {
    if (before.current === reading) return;
    before.current = reading;
    if (isLost()) document.querySelector<HTMLElement>(".flash .notice")?.focus();
  }, [reading]);
  return null;
}
