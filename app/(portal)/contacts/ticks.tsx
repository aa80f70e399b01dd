"use client";

import { type ReactNode, useRef, useState } from "react";

/** A GET form around the rows: whom one has ticked goes to a page that asks. */
export function Ticks({ children }: { children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=contact]") ?? [])];
  function clear() {
    for (const box of boxes()) box.checked = false;
    setCount(0);
  }
  return (
    <form
      ref={form}
      action="/contacts/bulk"
      autoComplete="off"
      onChange={() => setCount(boxes().filter(({ checked }) => checked).length)}
    >
      {children}
      <div className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-3">
        <span className="needs-script mr-2" role="status">
          {count} selected
        </span>
        <button type="submit" className="btn btn-small" name="act" value="opt-out">
          Opt out
        </button>
        <button type="submit" className="btn btn-small" name="act" value="delete">
          Delete
        </button>
        {count > 0 && (
          <button type="button" className="btn btn-quiet btn-small" onClick={clear}>
            Clear selection
          </button>
        )}
      </div>
    </form>
  );
}
