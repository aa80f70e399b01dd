import { accessDifference } from "@/lib/access/difference";
import { accessAfter, type Before, heldIn } from "./chosen";

/**
 * What choosing another user type would give and take, on its card: for those whose page has no script to show it beside
 * Save. All else is taken as it is saved.
 */
export function TypeDifference({ before, userType }: { before: Before; userType: string }) {
  if (userType === before.userType) return null;
  const { gained, lost } = accessDifference(
    before,
    accessAfter(before, { ...heldIn(before), userType, defaultNumber: "", isShown: true }),
  );
  const said = [wouldWords("gain", gained.words), wouldWords("lose", lost.words)].filter(Boolean).join(" ");
  return <span className="without-script mt-1 block text-ink">{said || "Nothing that they can do would change."}</span>;
}

const wouldWords = (verb: string, words: readonly string[]) =>
  words.length > 0 ? `Would ${verb}: ${words.join("; ")}.` : "";
