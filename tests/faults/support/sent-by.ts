import type { Portal } from "./stage";

/** How many emails a server has sent, by what it says in its log. */
export const sentBy = ({ output }: Portal): number =>
  [...output().matchAll(/"event":"email(?:s\.sent","emails":(\d+)|\.sent")/g)].reduce(
    (sum, [, many]) => sum + Number(many ?? 1),
    0,
  );
