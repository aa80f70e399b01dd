import { wordsOf } from "../../import/heading";

/** "In" below "Opt-In/Out" is "Opt in"; below another heading nobody knows what it is. */
export const inFull = (heading: string, cell: string): string =>
  /^\s*(?:in|out)\s*$/i.test(cell) && wordsOf(heading).some((word) => /^opt(?:ed|in|out|inout)?$/.test(word))
    ? `Opt ${cell.trim()}`
    : cell;
