import type { ReactNode } from "react";

/** What scrolls is come to by the keyboard as well, which not every browser sees to. */
const REACHED = 0;

/**
 * Scrolls by itself, and from its end: a thread opens at its newest message, script or none, and stays there as more come
 * in; whoever has scrolled up stays where they read. In the document the oldest is first.
 */
export const FromNewest = ({ children }: { children: ReactNode }) => (
  <section
    aria-label="Thread"
    tabIndex={REACHED}
    className="thread -mx-1 min-h-40 grow basis-0 flex-col-reverse overflow-y-auto overscroll-contain border-line border-y px-1 py-3 not-print:flex print:overflow-visible"
  >
    <div className="grid gap-3">{children}</div>
  </section>
);
