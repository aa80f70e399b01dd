"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { addressOfForm, addressOfLink, chosenEarly } from "./addresses";

/**
 * One listener for the whole portal instead of a client component for every link: plain links and GET forms change the
 * page in place, and a thin line shows when that takes a while. Without a script they are just links and forms.
 */
export function Navigator() {
  const router = useRouter();
  const [pending, start] = useTransition();
  const pressed = useRef<HTMLElement>(null);

  useEffect(() => {
    function go(event: Event, address: string | undefined) {
      if (address === undefined) return;
      event.preventDefault();
      document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
      start(() => router.push(address));
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
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement && target.form?.hasAttribute("data-live")) target.form.requestSubmit();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("submit", onSubmit);
    document.addEventListener("change", onChange);
    chosenEarly()?.requestSubmit();
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("submit", onSubmit);
      document.removeEventListener("change", onChange);
    };
  }, [router]);

  useEffect(() => {
    if (!pending && pressed.current) pressed.current.ariaDisabled = null;
  }, [pending]);

  // For the eye alone: Next itself says the title of the page that has come.
  return pending ? <div className="progress" aria-hidden="true" /> : null;
}
