import type { ReactNode } from "react";
import { Mark } from "./mark";

type Props = {
  title: string;
  /** Whose page it is, where customers see it; otherwise ours. */
  company?: string;
  sentence?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
};

/** The frame of a page of one card, for people outside: its heading, and the ways on below it. */
export const Gate = ({ title, company, sentence, footer, children }: Props) => (
  <div className="gate">
    <header className="company">
      {!company && <Mark />}
      <span>{company ?? "Lineup"}</span>
    </header>
    <main id="content" className="card" tabIndex={-1}>
      <h1>{title}</h1>
      {sentence && <p className="quiet">{sentence}</p>}
      {children}
    </main>
    {footer && <footer className="gate-foot">{footer}</footer>}
  </div>
);
