import type { Figure } from "@/lib/text/figure";

/** "1 invitation", "312 invitations" */
export const invitations = (count: number, figure: Figure) =>
  `${figure(count)} ${count === 1 ? "invitation" : "invitations"}`;
