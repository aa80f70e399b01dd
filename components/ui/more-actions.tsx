import { type ReactNode, useId } from "react";

/** On a phone one under the other, as a menu has them. */
const LINES =
  "max-sm:*:flex max-sm:*:w-full max-sm:*:justify-start max-sm:*:border-transparent max-sm:*:bg-transparent";
const UNDER =
  "[position-anchor:auto] supports-[top:anchor(bottom)]:[inset:calc(anchor(bottom)_+_4px)_8px_auto_anchor(left)] max-w-max";

/** What else can be done on a page. On a phone behind a button, a popover that needs no script; else side by side. */
export function MoreActions({ children }: { children: ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" className="btn sm:hidden" popoverTarget={id}>
        More
      </button>
      <div id={id} popover="auto" className={`menu sm:contents ${LINES} ${UNDER}`}>
        {children}
      </div>
    </>
  );
}
