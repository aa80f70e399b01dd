"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";

type Props = {
  action: string;
  /** What the list that is shown was searched for. */
  search: string;
  className?: string;
  children: ReactNode;
};

/** As long as somebody types on, nothing is asked. */
const PAUSE = 220;

/**
 * A GET form of search and filters that is asked while somebody types or chooses. A choice made by keyboard counts when
 * the keyboard leaves it, or with Enter: the arrow keys only look. One spell of typing is one step back.
 */
export function LiveForm({ action, search, className, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const about = useRef({ asked: search, timer: 0, isTyping: false, isByKey: false, isChosen: false });

  useEffect(() => {
    const field = form.current?.elements.namedItem("search");
    if (field instanceof HTMLInputElement && search !== about.current.asked) field.value = search;
    about.current.asked = search;
  }, [search]);

  function ask(history: "push" | "replace" = "push") {
    form.current?.setAttribute("data-history", history);
    form.current?.requestSubmit();
  }

  function onInput({ target }: SyntheticEvent) {
    if (!(target instanceof HTMLInputElement) || target.type !== "search") return;
    window.clearTimeout(about.current.timer);
    about.current.timer = window.setTimeout(() => {
      const isSameSpell = about.current.isTyping;
      about.current.isTyping = true;
      ask(isSameSpell ? "replace" : "push");
    }, PAUSE);
  }

  function onChange({ target }: SyntheticEvent) {
    if (!(target instanceof HTMLSelectElement)) return;
    if (about.current.isByKey) about.current.isChosen = true;
    else ask();
  }

  function onBlur({ target }: SyntheticEvent) {
    if (target instanceof HTMLInputElement) about.current.isTyping = false;
    about.current.isByKey = false;
    if (about.current.isChosen) ask();
  }

  function onKeyDown({ target, key, ...event }: { target: EventTarget; key: string; preventDefault: () => void }) {
    if (!(target instanceof HTMLSelectElement)) return;
    about.current.isByKey = true;
    if (key !== "Enter" || !about.current.isChosen) return;
    event.preventDefault();
    ask();
  }

  function onSubmit() {
    window.clearTimeout(about.current.timer);
    about.current.isChosen = false;
    const field = form.current?.elements.namedItem("search");
    // The list is told without the space that somebody has just typed and goes on from.
    if (field instanceof HTMLInputElement) about.current.asked = field.value.trim();
    form.current?.querySelector<HTMLElement>(".folding:popover-open")?.hidePopover();
  }

  return (
    <form
      ref={form}
      action={action}
      className={className}
      data-live=""
      autoComplete="off"
      onInput={onInput}
      onChange={onChange}
      onBlur={onBlur}
      onPointerDown={() => {
        about.current.isByKey = false;
      }}
      onKeyDown={(event) =>
        onKeyDown({ target: event.target, key: event.key, preventDefault: () => event.preventDefault() })
      }
      onSubmit={onSubmit}
    >
      {children}
    </form>
  );
}
