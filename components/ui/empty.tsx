import type { ReactNode } from "react";

/** What will be here, and the first step (children: one link or button). */
export function Empty({ title, sentence, children }: { title: string; sentence: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{sentence}</p>
      {children && <div className="mt-3">{children}</div>}
    </div>
  );
}
