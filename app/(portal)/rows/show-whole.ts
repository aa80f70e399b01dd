/** The cell cuts its words, or what they stand in does; an inline link has no width of its own. */
const isCut = (cell: HTMLElement) =>
  [cell, ...cell.querySelectorAll(":scope > :is(a, span)")].some((box) => box.scrollWidth > box.clientWidth);

const LOOK =
  "pointer-events-none absolute z-10 max-w-[min(640px,100vw-80px)] rounded-1 border border-line-strong bg-panel px-2.5 py-1 text-small shadow-1 wrap-anywhere";

/** What is cut in the row of what has the keyboard's focus, in a box under the row. */
export function showWhole(box: HTMLElement, at: EventTarget | null) {
  const isThere = at instanceof HTMLElement && at === document.activeElement && at.matches(":focus-visible");
  const row = isThere ? at.closest("tbody tr") : null;
  const titled = [...(row?.querySelectorAll<HTMLElement>("td[title], small[title]") ?? [])];
  const words = titled.filter(isCut).map(({ title }) => title);
  box.hidden = !row || words.length === 0;
  if (!row) return;
  box.className = LOOK;
  box.textContent = words.join(" · ");
  const { bottom, left } = row.getBoundingClientRect();
  box.style.top = `${bottom + scrollY - 2}px`;
  box.style.left = `${left + scrollX + 48}px`;
}
