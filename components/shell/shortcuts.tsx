"use client";

import { type Opened, OverPage } from "./over-page";

const keys = [
  { press: ["Ctrl+K", "⌘ K"], does: "Go to a person, group, number or page" },
  { press: ["/"], does: "Search the list" },
  { press: ["↑", "↓"], does: "From row to row" },
  { press: ["Enter"], does: "Open the person" },
  { press: ["Space"], does: "Select the row" },
  { press: ["Shift+Space"], does: "Select all rows up to this one" },
  { press: ["?"], does: "Show these shortcuts" },
];

export const Shortcuts = ({ close }: Opened) => (
  <OverPage title="Keyboard shortcuts" close={close}>
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
      {keys.map(({ press, does }) => (
        <div key={does} className="contents">
          <dt className="flex gap-1.5">
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
  </OverPage>
);
