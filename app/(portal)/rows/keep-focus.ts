import { isLost } from "@/components/shell/go-on";
import { controls } from "./row-steps";

type Place = { row: Element; at: number; cell: string | undefined };

const rowsIn = (list: Element) => [...list.querySelectorAll("tbody tr")];

/** Whoever was at a row that is gone, by an act of theirs or by another filter, goes on at the one in its place. */
export function keepFocus(list: HTMLElement) {
  let place: Place | undefined;

  function onFocusIn({ target }: FocusEvent) {
    const row = target instanceof Element ? target.closest("tbody tr") : null;
    const isHere = row !== null && list.contains(row);
    place = isHere ? { row, at: rowsIn(list).indexOf(row), cell: cellOf(target) } : undefined;
  }

  function onChange() {
    if (!place || place.row.isConnected || !isLost()) return;
    const row = rowsIn(list).at(place.at) ?? rowsIn(list).at(-1);
    const to = controls(row?.querySelector(`.${place.cell ?? "who"}`))[0] ?? controls(row)[0];
    (to ?? document.querySelector<HTMLElement>("#content"))?.focus({ preventScroll: true });
  }

  const changes = new MutationObserver(onChange);
  changes.observe(list, { childList: true, subtree: true });
  document.addEventListener("focusin", onFocusIn);
  return () => {
    changes.disconnect();
    document.removeEventListener("focusin", onFocusIn);
  };
}

const cellOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest("td")?.classList[0] : undefined;
