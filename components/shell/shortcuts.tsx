"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { type Opened, OverPage } from "./over-page";

type Shortcut = { press: string[]; does: string };

const everywhere: Shortcut[] = [
  { press: ["Ctrl+K", "⌘ K"], does: "Go to a person, group, number or page" },
  { press: ["/"], does: "Search the list" },
  { press: ["z"], does: "Undo, while it is offered" },
  { press: ["?"], does: "Show these shortcuts" },
];

const inLists: Shortcut[] = [
  { press: ["↑", "↓"], does: "From row to row" },
  { press: ["Enter"], does: "Open the row" },
  { press: ["Space"], does: "Select the row" },
  { press: ["Shift+Space"], does: "Select all rows up to this one" },
];

const inInbox: Shortcut[] = [
  { press: ["j", "k"], does: "Next and previous conversation" },
  { press: ["r"], does: "Reply" },
  { press: ["Ctrl+Enter", "⌘ Enter"], does: "Send what you have written" },
  { press: ["c"], does: "Claim" },
  { press: ["e"], does: "Done" },
  { press: ["u"], does: "Mark unread" },
];

export function Shortcuts({ close }: Opened) {
  const away = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const link = away.current;
    link?.addEventListener("click", close);
    return () => link?.removeEventListener("click", close);
  }, [close]);
  const keys = [...everywhere, ...(usePathname().startsWith("/inbox") ? inInbox : inLists)];
  return (
    <OverPage title="Keyboard shortcuts" close={close}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2 max-sm:grid-cols-[88px_1fr] max-sm:gap-x-4">
        {keys.map(({ press, does }) => (
          <div key={does} className="contents">
            <dt className="flex flex-wrap gap-1.5">
              {press.map((key) => (
                <kbd key={key} className="rounded-1 border border-line-strong bg-sunken px-1.5 font-sans text-small">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-small text-ink-2">
        Keys of one letter or sign can be{" "}
        <a ref={away} className="link" href="/settings/profile#keyboard">
          switched off
        </a>
        .
      </p>
    </OverPage>
  );
}
