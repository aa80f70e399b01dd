/** Where a click leads within this origin; undefined where the browser should do it itself. */
export function addressOfLink(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  if (url.hash && url.pathname === location.pathname && url.search === location.search) return;
  return within(url);
}

/** Where a GET form leads, with the fields that say something; empty ones would only make the address longer. */
export function addressOfForm(event: SubmitEvent) {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  // A submit button may overrule its form's method (a dialog's Cancel); React's actions prevent the default themselves.
  const method = event.submitter?.getAttribute("formmethod") ?? form.getAttribute("method") ?? "get";
  if (method.toLowerCase() !== "get" || form.target) return;
  const url = new URL(form.getAttribute("action") ?? location.href, location.href);
  const entries = [...new FormData(form, event.submitter)].flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [[name, value]] : [],
  );
  url.search = new URLSearchParams(entries).toString();
  return within(url);
}

/** The live form in which somebody has chosen before the script was there to notice. */
export function chosenEarly() {
  const selects = [...document.querySelectorAll<HTMLSelectElement>("form[data-live] select")];
  const differs = (select: HTMLSelectElement) =>
    [...select.options].some((option) => option.selected !== option.defaultSelected);
  return selects.find(differs)?.form;
}

function within(url: URL) {
  return url.origin === location.origin ? url.pathname + url.search + url.hash : undefined;
}

type Left = { address: string; y: number };

/** Each page as it was left in this tab: its search, its filters, and how far it was scrolled. */
const left = new Map<string, Left>();

export function noteLeft() {
  const { pathname, search } = location;
  left.set(pathname, { address: pathname + search, y: scrollY });
}

/** A link that leads back ("‹ Users", Cancel) leads to that page as it was left. Answers how to be there again. */
export function wayBack(event: Event, address: string) {
  const link = event.target instanceof Element ? event.target.closest("a[data-back]") : null;
  const to = link ? left.get(new URL(address, location.origin).pathname) : undefined;
  if (!to) return undefined;
  const from = location.pathname;
  return { address: to.address, arrive: () => arrive(to, from) };
}

/** Scrolled as it was, and the keyboard at what was opened from there. */
function arrive({ address, y }: Left, from: string) {
  if (location.pathname + location.search !== address) return;
  window.scrollTo({ top: y, behavior: "instant" });
  document.querySelector<HTMLElement>(`main a[href="${CSS.escape(from)}"]`)?.focus({ preventScroll: true });
}
