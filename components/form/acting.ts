import { useEffect } from "react";

const acts = { open: 0, waiting: new Set<() => void>() };

/** Told by each form: whether what it has sent is still without an answer on the page. */
export function useActing(pending: boolean): void {
  useEffect(() => {
    if (!pending) return;
    acts.open++;
    return () => {
      acts.open--;
      // Until the page is left that the answer leads away from: that is the same moment.
      queueMicrotask(goOn);
    };
  }, [pending]);
}

function goOn() {
  if (acts.open > 0) return;
  const waiting = [...acts.waiting];
  acts.waiting.clear();
  for (const work of waiting) work();
}

export const isActing = (): boolean => acts.open > 0;

/**
 * Once no form waits for its answer. Who asks for the page anew while one does gets a page that is newer than the answer's:
 * React may then leave that one out, and what it had to say with it. The answer may lead to another page, which `work` must
 * look at.
 */
export function whenAnswered(work: () => void): void {
  if (acts.open === 0) work();
  else acts.waiting.add(work);
}
