import type { ReactNode } from "react";
import { Icon } from "./icons";

export type NoticeTone = "info" | "good" | "wait" | "bad";

type Props = {
  tone?: NoticeTone;
  children: ReactNode;
};

/** A line that says what happened. A refusal (`bad`) is an alert, everything else a status. */
export function Notice({ tone = "info", children }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"} tabIndex={-1}>
      <Icon name={tone === "good" ? "check" : "alert"} />
      <div>{children}</div>
    </div>
  );
}

/** What somebody wrote, in a notice about it. */
export const Quoted = ({ children }: { children: ReactNode }) => (
  <blockquote className="my-1 border-l-2 border-line-strong pl-2 wrap-anywhere whitespace-pre-wrap">
    {children}
  </blockquote>
);
