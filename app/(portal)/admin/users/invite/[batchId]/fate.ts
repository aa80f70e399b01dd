import type { Tone } from "@/components/ui/pill";
import type { BatchRow } from "@/lib/invitations/preview/list-batch";

type Row = Pick<BatchRow, "verdict" | "state" | "mail" | "leftReason">;

/** What becomes, or became, of a row, in a word with its tone. */
export function fate(
  { verdict, state, mail, leftReason }: Row,
  batch: { isConfirmed: boolean },
): { words: string; tone: Tone } {
  if (state === "failed") return { words: "Not invited", tone: "bad" };
  if (mail === "failed") return { words: "Email couldn't be sent", tone: "bad" };
  if (state === "invited") return { words: mail === "sent" ? "Email sent" : "Invited", tone: "good" };
  if (batch.isConfirmed && state === "waiting") return { words: "Waiting", tone: "wait" };
  if (leftReason !== null && state === "left out") return { words: "Left out", tone: "off" };
  return VERDICTS[verdict];
}

const VERDICTS: Record<BatchRow["verdict"], { words: string; tone: Tone }> = {
  new: { words: "Will be invited", tone: "good" },
  guest: { words: "Will join as guest", tone: "good" },
  here: { words: "Already here", tone: "off" },
  pending: { words: "Pending", tone: "wait" },
  wrong: { words: "Wrong", tone: "bad" },
  beyond: { words: "Beyond your rights", tone: "bad" },
};
