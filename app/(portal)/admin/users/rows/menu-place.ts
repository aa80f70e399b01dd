/** Opens a popover under its link, or above where there is no room, and puts the focus on its first choice. */
export function openBeside(menu: HTMLElement, link: HTMLElement) {
  if (!menu.matches(":popover-open")) menu.showPopover();
  const at = link.getBoundingClientRect();
  const below = at.bottom + menu.offsetHeight + 8 < innerHeight;
  const top = below ? at.bottom + 4 : Math.max(8, at.top - menu.offsetHeight - 4);
  menu.style.top = `${top + scrollY}px`;
  menu.style.left = `${Math.max(8, at.right - menu.offsetWidth) + scrollX}px`;
  menu.querySelector<HTMLElement>("input:read-only:not([type=hidden]), [role=menuitem]")?.focus();
}

/** Arrows, Home and End move among the choices; true when the key was one of them. */
export function step(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.findIndex((item) => item.matches(":focus"));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (to === undefined) return false;
  items.at(to % items.length)?.focus();
  return true;
}
