/** What has the focus, in which form, and where it stands: a range keeps its place whatever is taken out around it. */
const here: { at?: HTMLElement | undefined; form?: string; place?: Range; waited?: boolean } = {};

const contents = () => document.querySelector<HTMLElement>("#content");
const isNowhere = () => document.activeElement === document.body;

/** In milliseconds. */
const SOON = 100;

/** Told of whatever gets the focus, but for the page's contents: there the keyboard only waits for a better place. */
export function noteFocus({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || target === contents()) return;
  here.at = target;
  here.form = target.closest("form")?.id ?? "";
  here.waited = false;
  here.place = document.createRange();
  here.place.setStartBefore(target);
}

/** Told of each press: one on nothing leaves the page without a focus, and is meant so. */
export function notePress(): void {
  if (isNowhere()) here.at = undefined;
}

/** Enter that is held presses a button once, also one that has been answered meanwhile; only lines of text go on. */
export function holdOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter" && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
}

/** Whether what the keyboard was at is gone, or could not keep the focus while it was answered. */
export const isLost = (): boolean => isNowhere() || document.activeElement?.id === "content";

/** Told of each change of the page: what is gone leaves the focus to its contents, until it is known who has a better place. */
export function noteChange(): void {
  if (here.at?.matches(":disabled")) here.waited = true;
  if (!here.at || !isLost()) return;
  if (isNowhere() && !here.at.isConnected) waitInContents();
  window.setTimeout(goOn, SOON);
}

const waitInContents = () => contents()?.focus({ preventScroll: true });

/** Where something stands at the head of the contents that is to be reached at once. */
export function stayInContents(): void {
  here.at = undefined;
  waitInContents();
}

/**
 * The keyboard goes on where it was: at the same button, or in what that stood in, never at another button, which a second
 * press would be meant for the first of. Where the page was drawn anew, it is in the form of the same name. What led to another
 * page leaves nothing of its own there, and stays in the contents.
 */
export function goOn(): void {
  const { at, form = "", place, waited } = here;
  if (!isLost()) return;
  // It waits for its answer, or did not, so that somebody has left it.
  if (at?.isConnected && (!waited || at.matches(":disabled") || !isNowhere())) return;
  if (at?.isConnected) at.focus({ preventScroll: true });
  else if (at && place) stayIn(drawn(place.startContainer) ?? drawn(document.getElementById(form)));
  if (isNowhere()) waitInContents();
}

/** The nearest of what it stood in that is in sight and no control itself, short of the page's whole contents. */
function drawn(from: Node | null): HTMLElement | undefined {
  let box = from instanceof HTMLElement ? from : (from?.parentElement ?? null);
  while (box && (!isInSight(box) || box.matches("a, button, label, summary"))) box = box.parentElement;
  const main = contents();
  return box && main && box !== main && main.contains(box) ? box : undefined;
}

/** A page that was turned begins at its top: what its foot still has is no place to go on from. */
function isInSight(box: HTMLElement): boolean {
  const { top, bottom } = box.getBoundingClientRect();
  return bottom > Math.max(top, 0) && top < window.innerHeight;
}

function stayIn(box: HTMLElement | undefined) {
  if (!box) return;
  if (!box.hasAttribute("tabindex")) {
    box.tabIndex = -1;
    box.addEventListener("blur", () => box.removeAttribute("tabindex"), { once: true });
  }
  box.focus({ preventScroll: true });
}
