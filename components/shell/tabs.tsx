"use client";

export type Tab = {
  href: string;
  label: string;
  count?: number | string;
  current?: boolean;
  shortcut?: string | undefined;
};

/** The same list seen differently: links, so that the choice is in the address. Drawn on the client's side, as rows are. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.label}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          aria-keyshortcuts={tab.shortcut}
        >
          {tab.label} {tab.count !== undefined && <span>{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
