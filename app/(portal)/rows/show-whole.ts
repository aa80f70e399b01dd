const isCut = (cell: HTMLElement) => {
  const box = cell.querySelector<HTMLElement>(":scope > :is(a, span)") ?? cell;
  return box.scrollWidth > box.clientWidth;
};

/** What is cut in the row of what has the keyboard's focus, in a box under the row. */
export function showWhole(box: HTMLElement, at: EventTarget | null) {
  const isThere = at instanceof HTMLElement && at === document.activeElement && at.matches(":focus-visible");
  const row = isThere ? at.closest("tbody tr") : null;
  const titled = [...(row?.querySelectorAll<HTMLElement>("td[title], small[title]") ?? [])];
  const words = titled.filter(isCut).map(({ title }) => title);
  box.hidden = !row || words.length === 0;
  if (!row) return;
  box.textContent = words.join(" · ");
  const { bottom, left } = row.getBoundingClientRect();
  box.style.top = `${bottom + scrollY - 2}px`;
  box.style.left = `${left + scrollX + 48}px`;
}
