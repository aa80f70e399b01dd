"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Icon } from "../ui/icons";

export type Opened = { close: () => void };

type Props = Opened & {
  title: string;
  /** What it is about: where there is room, it stands beside that. */
  beside?: HTMLElement;
  children: ReactNode;
};

/** A dialog over the page. Escape closes it, and the focus returns to where it was, if anywhere: both are the browser's own. */
export function OverPage({ title, close, beside, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it is gone: only a dialog that is closed gives the focus back.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // A dialog focuses its first control, which would be Close.
    opened?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
    if (opened && beside && innerWidth >= WIDE) place(opened, beside.getBoundingClientRect());
    return () => {
      opened?.close();
      // What has had the focus goes with it in a moment.
      const { activeElement: now, body } = document;
      if (now === body || opened?.contains(now)) document.getElementById("content")?.focus({ preventScroll: true });
    };
  }, [beside]);
  return (
    <dialog ref={dialog} className={beside ? `dialog ${LARGE}` : "dialog"} aria-labelledby="over-page" onClose={close}>
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id="over-page">{title}</h2>
        <button type="button" className="btn btn-quiet btn-icon -my-2 -mr-2" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

const WIDE = 640;
const GAP = 8;
const LEAST_HEIGHT = 560;
const LARGE = "w-[min(600px,100%_-_16px)] overflow-y-auto";

/** Under it, or higher where the window ends; what it grows by is scrolled. */
function place({ style, offsetWidth }: HTMLElement, { right, bottom }: DOMRect) {
  const top = Math.max(GAP, Math.min(bottom + 4, innerHeight - LEAST_HEIGHT - GAP));
  style.margin = "0";
  style.inset = `${top}px auto auto ${Math.max(GAP, right - offsetWidth - GAP)}px`;
  style.maxHeight = `${innerHeight - top - GAP}px`;
}
