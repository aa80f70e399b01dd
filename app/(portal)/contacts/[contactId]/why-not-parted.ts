import { formatNumber } from "@/lib/numbers/format-number";

type Telephone = { id: string; phone: string; canPart: boolean; cameWith: string | null };

/** Of a telephone that has no Undo. That which it came with may be one that the viewer doesn't see. */
export function whyNotParted(cameWith: string | null, phones: readonly Telephone[]): string {
  const broughtBy = phones.find(({ id }) => id === cameWith);
  if (cameWith !== null && !broughtBy) return "Came with another telephone. Undo that one first.";
  if (broughtBy?.canPart || broughtBy?.cameWith)
    return `Came with ${formatNumber(broughtBy.phone)}. Undo that one first.`;
  return "Merged more than 30 days ago.";
}
