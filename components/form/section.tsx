import type { ReactNode } from "react";

type Props = {
  id?: string;
  title: string;
  sentence?: ReactNode;
  /** What to know while one is at it: where there is room, beside it under the title, and in sight. */
  beside?: ReactNode;
  children: ReactNode;
};

/** Part of a form or a page: its title and one sentence on the left, what it is about on the right. */
export function Section({ id, title, sentence, beside, children }: Props) {
  return (
    <section
      id={id}
      className={`grid gap-x-8 gap-y-4 border-line border-t py-7 lg:grid-cols-[minmax(0,4fr)_minmax(0,9fr)] print:break-inside-avoid [&_.card>.empty]:py-8 [&_p]:wrap-anywhere ${beside ? "lg:grid-rows-[auto_minmax(0,1fr)]" : ""}`}
    >
      <header>
        <h2>{title}</h2>
        {sentence && <p className="small mt-1 max-w-[52ch]">{sentence}</p>}
      </header>
      <div className={`section-fields ${beside ? "lg:row-span-2" : ""}`}>{children}</div>
      {beside && (
        <div className="mt-4 min-w-0 self-start lg:sticky lg:mt-0 lg:top-6 lg:col-start-1 lg:row-start-2">{beside}</div>
      )}
    </section>
  );
}

/** The end of a form: its one primary button, then the way back. Of a long form it stays in sight. */
export function FormFoot({ sticks, children }: { sticks?: true; children: ReactNode }) {
  return (
    <div
      className={`flex flex-wrap items-center gap-2 border-line border-t print:hidden ${sticks ? "sticky bottom-0 z-10 -mx-1 bg-paper px-1 py-3" : "py-5"}`}
    >
      {children}
    </div>
  );
}
