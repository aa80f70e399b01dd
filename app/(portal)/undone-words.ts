import type { Figure } from "@/lib/text/figure";

type Done = { left: readonly string[]; leftCount: number };

/** "Undone." Of many, who have been changed since are named, as far as there is room. */
export function undoneWords({ left, leftCount }: Done, figure: Figure): string {
  if (leftCount === 0) return "Undone.";
  const others = leftCount - left.length;
  const names = [...left, ...(others > 0 ? [`${figure(others)} ${others === 1 ? "other" : "others"}`] : [])];
  const last = names.pop() ?? "";
  const who = names.length > 0 ? `${names.join(", ")} and ${last}` : last;
  return `Undone, but not for ${who}, who ${leftCount === 1 ? "has" : "have"} been changed since.`;
}
