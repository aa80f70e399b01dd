import path from "node:path";

/** Where every server of a run writes what it says, so that it can be searched for secrets afterwards. */
export const LOGS = "test-results/logs";

/** What the links of a run held, for that search. */
export const TOKENS = path.join(LOGS, "tokens.json");
