"use client";

import { useEffect, useRef } from "react";

/** Its script comes when a row first has the focus. */
const load = async () => (await import("./show-whole")).showWhole;

/** What is cut in the row that has the keyboard's focus, whole, under the row. Who reads by ear has it in the cells. */
export function Whole({ of }: { of: string }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const list = document.getElementById(of);
    async function show({ target }: FocusEvent) {
      const showWhole = await load();
      if (box.current) showWhole(box.current, target);
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

  return <div ref={box} hidden aria-hidden="true" />;
}
