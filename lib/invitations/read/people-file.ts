import { listFile } from "../../import/list-file";

/** What a form takes at most (request-limits.ts), less some room for its other fields. */
export const MOST_BYTES = 4_000_000;

export const TOO_LARGE = "That file has more than 4 MB. Split it into smaller ones.";

export const peopleFile = listFile({ bytes: MOST_BYTES, says: TOO_LARGE });
