import { z } from "zod";

const UNKNOWN = "Choose what the column is read as.";

/** "3:firstName": the fourth column, read as a first name. `others`: what else a column may be read as. */
export const columnAs = (readAs: readonly { value: string }[], others = (_: string) => false) => {
  const known = new Set(readAs.map(({ value }) => value));
  return z
    .string(UNKNOWN)
    .regex(/^\d{1,3}:/, UNKNOWN)
    .transform((text): [number, string] => [Number.parseInt(text, 10), text.slice(text.indexOf(":") + 1)])
    .refine(([at, field]) => at <= 200 && (known.has(field) || others(field)), UNKNOWN);
};
