import type { ReactNode } from "react";
import { KeptWords } from "../form/setting";
import { Mark } from "../ui/mark";

type Props = { title: string; sentence?: ReactNode; footer?: ReactNode; children?: ReactNode };

/** A page of one card, for people outside: its heading, what to do, and the ways on below it. */
export function SignedOut({ title, sentence, footer, children }: Props) {
  return (
    <div className="grid min-h-dvh content-center justify-items-center gap-5 px-4 pt-8 pb-12 max-[480px]:content-start">
      <header className="company">
        <Mark />
        <span>Lineup</span>
      </header>
      <main id="content" className="card w-[min(400px,100%)] p-8 max-[480px]:px-5 max-[480px]:py-6" tabIndex={-1}>
        <h1 className="mb-1">{title}</h1>
        {sentence && <p className="mb-1 text-ink-2">{sentence}</p>}
        <KeptWords />
        {children && <div className="mt-4 grid gap-5">{children}</div>}
      </main>
      {footer && (
        <footer className="small flex w-[min(400px,100%)] flex-wrap justify-center gap-x-6 gap-y-1 *:py-1.5">
          {footer}
        </footer>
      )}
    </div>
  );
}
