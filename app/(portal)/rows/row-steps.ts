/** What the keyboard can be at. */
export const controls = (within: Element | null | undefined) =>
  [...(within?.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden])") ?? [])].filter(
    (control) => control.getClientRects().length > 0,
  );

/** Of a table, or of a tree however its branches hang. */
export const ROWS = "tbody tr, .tree-row";

/** To the same control of the next row or the one before; where that row lacks it, to its name. */
export function stepFrom(list: Element | null, row: Element, event: KeyboardEvent) {
  event.preventDefault();
  const rows = [...(list?.querySelectorAll(ROWS) ?? [])];
  const to = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
  const cell = event.target instanceof Element ? event.target.closest("td")?.classList[0] : undefined;
  const peer = controls(to?.querySelector(`.${cell ?? "who"}`))[0] ?? controls(to?.querySelector(".who") ?? to)[0];
  peer?.focus();
}

let left: HTMLElement | undefined;

/** With somebody chosen, what can be done with them is the next stop after the row, not after all rows below it. */
export function stepToBar(event: KeyboardEvent) {
  const { target, shiftKey } = event;
  if (!(target instanceof HTMLElement)) return;
  const bar = controls(target.closest("form")?.querySelector(".bulk-bar"));
  const to = shiftKey ? backFrom(bar, target) : onFrom(bar, target);
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function onFrom(bar: readonly HTMLElement[], target: HTMLElement) {
  if (target !== controls(target.closest("tbody tr")).at(-1)) return undefined;
  left = target;
  return bar[0];
}

const backFrom = (bar: readonly HTMLElement[], target: HTMLElement) =>
  target === bar[0] && left?.isConnected ? left : undefined;
