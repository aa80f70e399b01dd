import type { ReactNode } from "react";
import { KeptWords } from "../form/setting";
import { Mark } from "../ui/mark";

type Props = { title: string; sentence?: ReactNode; footer?: ReactNode; children?: ReactNode };

/** A page of one card, for people outside: its heading, what to do, and the ways on below it. */
export function SignedOut({ title, sentence, footer, children }: Props) {
  return (
    <div className="gate">
      <header className="company">
        <Mark />
        <span>Lineup</span>
      </header>
      <main id="content" className="card" tabIndex={-1}>
        <h1>{title}</h1>
        {sentence && <p className="quiet">{sentence}</p>}
        <KeptWords />
        {children && <div className="gate-body">{children}</div>}
      </main>
      {footer && <footer className="gate-foot">{footer}</footer>}
    </div>
  );
}
