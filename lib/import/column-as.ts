import { z } from "zod";

/** "3:firstName": the fourth column, read as a first name. */
export const columnAs = (readAs: readonly { value: string }[]) =>
  z
    .templateLiteral([z.number().int().min(0).max(200), ":", z.enum(readAs.map(({ value }) => value))], {
      error: "Choose what the column is read as.",
    })
    .transform((text): [number, string] => [Number.parseInt(text, 10), text.slice(text.indexOf(":") + 1)]);
