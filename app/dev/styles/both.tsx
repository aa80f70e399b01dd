import type { ReactNode } from "react";

type Props = {
  title: string;
  /** One above the other: what needs a page's width. */
  isWide?: true;
  /** What is heard by its name has another in each theme. */
  children: ReactNode | ((theme: string) => ReactNode);
};

const THEMES = [
  { name: "Light", theme: "light" },
  { name: "Dark", theme: "dark" },
];

/** The same pieces in both themes, whatever the page's own is. */
export const Both = ({ title, isWide, children }: Props) => (
  <section className="py-5" aria-label={title}>
    <h2 className="mb-3">{title}</h2>
    <div className={isWide ? "grid gap-4" : "grid gap-4 lg:grid-cols-2"}>
      {THEMES.map(({ name, theme }) => (
        <section
          key={name}
          data-theme={theme}
          className="grid min-w-0 content-start gap-4 rounded-2 border border-line bg-paper p-4 text-ink accent-accent"
          aria-label={`${title}, ${name}`}
        >
          {typeof children === "function" ? children(name) : children}
        </section>
      ))}
    </div>
  </section>
);

/** Pieces in a row, as many as fit. */
export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2">{children}</div>
);
