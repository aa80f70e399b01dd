"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { addressOfForm, addressOfLink, chosenEarly, noteLeft, wayBack } from "./addresses";
import { holdOnce, noteChange, noteFocus, notePress } from "./go-on";

/**
 * One listener for the whole portal instead of a client component for every link: plain links and GET forms change the
 * page in place, and a thin line shows when that takes a while. Without a script they are just links and forms.
 */
export function Navigator() {
  const router = useRouter();
  const [pending, start] = useTransition();
  const pressed = useRef<HTMLElement>(null);
  const hasGone = useRef(false);
  const arrive = useRef<() => void>(undefined);

  useEffect(() => {
    function go(event: Event, address: string | undefined) {
      if (address === undefined) return;
      event.preventDefault();
      document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
      const isHere = event.type === "submit" && address === location.pathname + location.search;
      const isStep = event.target instanceof HTMLElement && event.target.dataset.history === "replace";
      hasGone.current = true;
      const back = wayBack(event, address);
      noteLeft();
      arrive.current = back?.arrive;
      start(() => {
        if (back) router.push(back.address, { scroll: false });
        else if (isHere || isStep) router.replace(address);
        else router.push(address);
      });
    }
    const onClick = (event: MouseEvent) => go(event, addressOfLink(event));
    function onSubmit(event: SubmitEvent) {
      const address = addressOfForm(event);
      // A second press would be meant for the page that is on its way.
      if (address !== undefined && event.submitter?.ariaDisabled === "true") return event.preventDefault();
      go(event, address);
      if (address === undefined || !event.submitter) return;
      pressed.current = event.submitter;
      event.submitter.ariaDisabled = "true";
    }
    document.addEventListener("click", onClick);
    document.addEventListener("submit", onSubmit);
    chosenEarly()?.requestSubmit();
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("submit", onSubmit);
    };
  }, [router]);

  // What had the focus may be gone by something else than a link, too. Who knows a better place has taken it by then.
  useEffect(() => {
    const watch = new MutationObserver(noteChange);
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", noteFocus);
    document.addEventListener("click", notePress, true);
    document.addEventListener("keydown", holdOnce, true);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", noteFocus);
      document.removeEventListener("click", notePress, true);
      document.removeEventListener("keydown", holdOnce, true);
    };
  }, []);

  useEffect(() => {
    if (pending) return;
    if (pressed.current) pressed.current.ariaDisabled = null;
    arrive.current?.();
    arrive.current = undefined;
    // What had the focus may be gone with the page before: the keyboard goes on from here, not from the address bar.
    if (hasGone.current) goOnInContent();
  }, [pending]);

  // For the eye alone: Next itself says the title of the page that has come.
  return pending ? <div className="progress" aria-hidden="true" /> : null;
}

function goOnInContent() {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>("#content")?.focus({ preventScroll: true });
}
