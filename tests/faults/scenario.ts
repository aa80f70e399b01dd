import type { Check, Evidence } from "./judge";
import type { Plant } from "./support/plant";
import type { How } from "./support/stage";

/** A bug that is planted on purpose: the scenario's judges must find all of it, or they are blind. */
export type Twin = { name: string; plant: Plant; found: Check[]; long?: true };

/** `long`: only in the full form, as with a twin. */
export type Scenario = {
  /** For `--only`. */
  name: string;
  /** A sentence. */
  says: string;
  checks: readonly Check[];
  run: (how: How) => Promise<Evidence>;
  twins: Twin[];
  /** Why it can't be played on this machine, if it can't. */
  cannotText?: () => string | undefined;
  long?: true;
};
