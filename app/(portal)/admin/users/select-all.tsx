"use client";

import { useEffect, useRef } from "react";

const boxesOf = (form: HTMLFormElement | null | undefined) => [
  ...(form?.querySelectorAll<HTMLInputElement>('input[name="member"]') ?? []),
];

/** Ticks every row of the page or none, and shows how the rows stand. Without a script each is ticked by hand. */
export function SelectAll() {
  const all = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const form = all.current?.form;
    function show() {
      const boxes = boxesOf(form);
      const ticked = boxes.filter((box) => box.checked).length;
      if (!all.current) return;
      all.current.checked = ticked > 0 && ticked === boxes.length;
      all.current.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    show();
    form?.addEventListener("change", show);
    return () => form?.removeEventListener("change", show);
  }, []);

  function tick() {
    for (const box of boxesOf(all.current?.form)) box.checked = all.current?.checked ?? false;
  }

  return (
    <input
      ref={all}
      type="checkbox"
      className="needs-script"
      aria-label="Select all on this page"
      autoComplete="off"
      onChange={tick}
    />
  );
}
