"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

type Props = {
  /** What the list was asked for, for all that match. */
  list: string;
  /** What all of them are called. */
  all: string;
  children: ReactNode;
};

/** What is ticked, also before the script was there. */
function tickedIn(form: HTMLFormElement | null) {
  const found = (name: string) => form?.querySelectorAll(`[name=${name}]:checked`).length ?? 0;
  return { count: found("contact"), isAll: found("all") > 0 };
}

/** A GET form around the rows: whom one has ticked, or all that match, goes to a page that asks. */
export function Ticks({ list, all, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [ticked, setTicked] = useState({ count: 0, isAll: false });
  const look = () => setTicked(tickedIn(form.current));
  function clear() {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>(":checked") ?? []) box.checked = false;
    look();
  }
  useEffect(() => {
    if (list !== undefined) setTicked(tickedIn(form.current));
  }, [list]);
  return (
    <form ref={form} action="/contacts/bulk" autoComplete="off" onChange={look}>
      <input type="hidden" name="list" value={list} />
      {children}
      <div className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-3">
        <span className="needs-script mr-2" role="status">
          {ticked.isAll ? "All selected" : `${ticked.count} selected`}
        </span>
        <label className="check mr-2">
          {/* Another search has others that match: all of those were never meant. */}
          <input key={list} type="checkbox" name="all" value="1" />
          <span>{all}</span>
        </label>
        <button type="submit" className="btn btn-small" name="act" value="put">
          Add to group
        </button>
        <button type="submit" className="btn btn-small" name="act" value="take-out">
          Remove from group
        </button>
        <button type="submit" className="btn btn-small" name="act" value="opt-out">
          Opt out
        </button>
        <button type="submit" className="btn btn-small" name="act" value="delete">
          Delete
        </button>
        {(ticked.isAll || ticked.count > 0) && (
          <button type="button" className="btn btn-quiet btn-small" onClick={clear}>
            Clear selection
          </button>
        )}
      </div>
    </form>
  );
}
