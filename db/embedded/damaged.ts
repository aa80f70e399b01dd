import { StartProblem } from "@/lib/env";

/** Nothing here is repaired by itself: whoever has a copy must get the chance to use it. */
export const damaged = (dir: string, why: string) =>
  new StartProblem(
    `The database in ${dir} is damaged (${why}): restore ${dir} from a copy, or move it away to begin with an empty one.`,
  );
