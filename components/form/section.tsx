import type { ReactNode } from "react";

/** Part of a form or a page: its title and one sentence on the left, what it is about on the right. */
export function Section({ title, sentence, children }: { title: string; sentence?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <header>
        <h2>{title}</h2>
        {sentence && <p className="small">{sentence}</p>}
      </header>
      <div className="section-fields">{children}</div>
    </section>
  );
}

/** The end of a form: its one primary button, then the way back. */
export function FormFoot({ children }: { children: ReactNode }) {
  return <div className="form-foot">{children}</div>;
}
