import { expect, type Page } from "@playwright/test";

/**
 * A page that is loaded answers the keyboard, and asks before it is left, only once its scripts have taken it over.
 * Nobody is as fast as a test; so here a page has come when they have.
 */
export function awaitScripts(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...asked) => {
    const answer = await goto.apply(page, asked);
    await page.waitForFunction(isTakenOver);
    return answer;
  };
  page.reload = async (...asked) => {
    const answer = await reload.apply(page, asked);
    await page.waitForFunction(isTakenOver);
    return answer;
  };
  return page;
}

/** The same of a page that came by itself; without scripts there is nothing to wait for. */
export const takenOver = (page: Page) => expect.poll(() => page.evaluate(isTakenOver)).toBe(true);

/** In the page. React keeps its tree at the document; what it has not taken over yet is dehydrated, and effects come after. */
function isTakenOver(): boolean | Promise<boolean> {
  if (!("__next_f" in window)) return true;
  type Fiber = { memoizedState: unknown; child: Fiber | null; sibling: Fiber | null };
  const isWaiting = (state: unknown) =>
    typeof state === "object" &&
    state !== null &&
    (("isDehydrated" in state && state.isDehydrated === true) || ("dehydrated" in state && state.dehydrated !== null));
  const all = (fiber: Fiber | null): boolean => {
    for (let each = fiber; each; each = each.sibling)
      if (isWaiting(each.memoizedState) || !all(each.child)) return false;
    return true;
  };
  const [, root] = Object.entries(document).find(([key]) => key.startsWith("__reactContainer$")) ?? [];
  if (!root || !all(root.stateNode.current)) return false;
  // What a long list is searched with takes its place right after.
  if (document.querySelector("select[data-long]")) return false;
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true))));
}
