"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../ui/icons";

export type Opened = { close: () => void };

type Props = Opened & { title: string; children: ReactNode };

/** A dialog over the page. Escape closes it, and the focus returns to where it was, if anywhere: both are the browser's own. */
export function OverPage({ title, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // A dialog focuses its first control, which would be Close.
    opened?.querySelector("input")?.focus();
    return () => {
      opened?.close();
      if (document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="over-page" onClose={close}>
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
