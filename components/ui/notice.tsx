import type { ReactNode } from "react";
import { ALERT, CHECK, Glyph } from "./glyph";

export type NoticeTone = "info" | "good" | "wait" | "bad";

type Props = {
  tone?: NoticeTone;
  children: ReactNode;
};

/** A line that says what happened. A refusal (`bad`) is an alert, everything else a status. */
export function Notice({ tone = "info", children }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"} tabIndex={-1}>
      <Glyph path={tone === "good" ? CHECK : ALERT} />
      <div>{children}</div>
    </div>
  );
}
