import { Refused } from "../../errors";

/** Of two who decide at the same moment, the second is told. */
export function refuseDecided({ state, decidedAt }: { state: string; decidedAt: Date | null }) {
  if (state === "failed" && decidedAt !== null)
    throw new Refused("Somebody has decided about this email already, or its link was replaced since.");
}
