import type { ReactNode } from "react";

export type Tone = "good" | "wait" | "bad" | "off";

const tones: Record<string, Tone> = {
  Active: "good",
  Pending: "wait",
  Expired: "wait",
  Delayed: "wait",
  Bounced: "bad",
  Disabled: "off",
};

/** A status as a word with a dot. The tone follows the product's words; another word names its own. */
export function Pill({ children, tone }: { children: ReactNode; tone?: Tone }) {
  const known = typeof children === "string" ? tones[children] : undefined;
  return <span className={`pill pill-${tone ?? known ?? "off"}`}>{children}</span>;
}
