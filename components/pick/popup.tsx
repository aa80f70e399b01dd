"use client";

import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Choice } from "@/lib/pick/choice";
import type { Found } from "./choices";
import { isNamed, isWritten, meant } from "./choices";
import type { Given } from "./list-of";
import { useOver } from "./over";
import { useFound } from "./use-found";

/** What somebody did before there was anything to choose from: it counts once there is. */
export type Wish = "choose" | "leave" | undefined;

export type Popped = {
  given: Given;
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
  /** What is looked for; nothing was typed yet where it is empty. */
  query: string;
  /** The value that is chosen so far. */
  value: string;
  /** The words of the choice of nothing. */
  empty: string | undefined;
  /** Whether Enter takes the first that is found; where anything may be typed it doesn't. */
  isStrict: boolean;
  /** Whether a name that is typed out in full is enough. */
  isByName: boolean;
  wish: Wish;
  setWish: (wish: Wish) => void;
  pick: (choice: Choice) => void;
  close: () => void;
};

/** The list under a combobox, moved through by the keys pressed in its field (WAI-ARIA's pattern of a combobox with a listbox). */
export function Popup(props: Popped) {
  const { given, field, query, value, empty, isStrict, isByName, wish, setWish, pick, close } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { found, isCurrent, hasFailed, more } = useFound(given, query);
  const choices = empty !== undefined && query === "" ? [{ value: "", label: empty }, ...found.choices] : found.choices;
  const first = query === "" ? choices.findIndex((choice) => choice.value === value) : 0;
  const [moved, setMoved] = useState<{ query: string; at: number }>();
  const at = moved?.query === query ? moved.at : isStrict ? first : -1;
  useOver(box, field.current);

  // Once it is shown: what is hidden can't be scrolled to.
  const current = choices[at]?.value;
  useEffect(() => {
    if (current !== undefined) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at, current]);

  function go(to: number) {
    const count = choices.length;
    if (count === 0) return;
    if (to >= count - 1) void more();
    setMoved({ query, at: (to + count) % count });
  }

  const isSettled = isCurrent || hasFailed;
  useEffect(() => {
    if (!wish || !isSettled) return;
    setWish(undefined);
    const choice = wish === "choose" ? choices[at] : meant(choices, query);
    if (choice && isCurrent) pick(choice);
    else if (wish === "leave" || query === "") close();
  });

  useEffect(() => {
    const input: HTMLElement | null = field.current;
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing) return;
      const to = {
        ArrowDown: at + 1,
        ArrowUp: at < 0 ? choices.length - 1 : at - 1,
        PageDown: Math.min(at + 10, choices.length - 1),
        PageUp: Math.max(at - 10, 0),
      }[event.key];
      if (to !== undefined) go(to);
      else if (event.key !== "Enter" || (!isStrict && at < 0)) return;
      else if (isCurrent && choices[at]) pick(choices[at]);
      else setWish("choose");
      event.preventDefault();
    }
    input?.addEventListener("keydown", onKeyDown);
    return () => input?.removeEventListener("keydown", onKeyDown);
  });

  // Where anything may be typed, a list that adds nothing to it would only lie over the button below.
  const isIdle = !isStrict && isSettled && (choices.length === 0 || isWritten(choices, query));
  useEffect(() => {
    if (isIdle) close();
  });

  // A name is as good; whoever leaves still takes whose it is.
  const isHidden = !isStrict && (choices.length === 0 || (isByName && at < 0 && isNamed(choices, query)));

  // What is said of the list stands on the field, which is drawn before there is a list.
  const isAtOne = choices[at] !== undefined;
  useEffect(() => {
    const input = field.current;
    // Several lines are no combobox, and say nothing of being open.
    const isBox = input instanceof HTMLInputElement;
    if (isBox) input.setAttribute("aria-expanded", String(!isHidden));
    input?.setAttribute("aria-controls", id);
    if (isAtOne) input?.setAttribute("aria-activedescendant", `${id}-${at}`);
    return () => {
      if (isBox) input.setAttribute("aria-expanded", "false");
      for (const name of ["aria-controls", "aria-activedescendant"]) input?.removeAttribute(name);
    };
  }, [field, id, at, isAtOne, isHidden]);

  return (
    <div
      ref={box}
      popover="manual"
      className={`fixed inset-auto m-0 flex-col overflow-hidden rounded-2 border border-line bg-panel p-0 text-ink shadow-1 ${isHidden ? "[&:popover-open]:hidden" : "[&:popover-open]:flex"}`}
    >
      <div
        id={id}
        role="listbox"
        aria-label="Choices"
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto p-1"
        onMouseDown={(event) => event.preventDefault()}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) =>
          scrollTop + clientHeight > scrollHeight - 80 && void more()
        }
      >
        {choices.map((choice, index) => (
          <div
            key={choice.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className="flex min-h-(--tap) cursor-pointer flex-wrap items-center justify-between gap-x-4 rounded-1 px-2.5 py-1 hover:bg-off-soft aria-selected:bg-accent-soft"
            onClick={() => pick(choice)}
            onKeyDown={(event) => event.key === "Enter" && pick(choice)}
          >
            <Words choice={choice} isPicked={choice.value === value} isSetIn={query === ""} />
          </div>
        ))}
      </div>
      <p aria-live="polite" className="border-line border-t px-3.5 py-1.5 text-small text-ink-2 empty:hidden">
        {isCurrent && countWords(found, query)}
        {hasFailed && "The server can't be reached just now."}
      </p>
    </div>
  );
}

type Line = { choice: Found["choices"][number]; isPicked: boolean; isSetIn: boolean };

const Words = ({ choice: { label, note, depth = 0 }, isPicked, isSetIn }: Line) => (
  <>
    <span
      className={isPicked ? "wrap-anywhere font-medium" : "wrap-anywhere"}
      style={isSetIn && depth > 0 ? { paddingLeft: `${depth}em` } : undefined}
    >
      {label}
    </span>
    {note && !(isSetIn && depth > 0) && <span className="min-w-0 text-small text-ink-2 wrap-anywhere">{note}</span>}
  </>
);

function countWords({ choices, hasMore }: Found, query: string) {
  if (choices.length === 0) return "Nothing found.";
  if (hasMore)
    return query === "" ? "Type to find the others." : `The first ${choices.length}. Type more to find the others.`;
  return query === "" ? "" : `${choices.length} found`;
}
