import { z } from "zod";
import { decodeFile, type Text } from "../../import/decode";

/** What a form takes at most (next.config.ts), less some room for its other fields. */
export const MOST_BYTES = 4_000_000;

export const TOO_LARGE = "That file has more than 4 MB. Split it into smaller ones.";

/** A file as a form sends it, as text; null where none was chosen. */
export const peopleFile = z
  .preprocess((file) => file ?? null, z.unknown())
  .transform(async (file, context): Promise<Text | null> => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (file === null || file === "") return null;
    if (!(file instanceof File)) return refuse("Choose one CSV file.");
    if (file.size === 0 && (file.name === "" || file.name === "undefined")) return null;
    if (file.size > MOST_BYTES) return refuse(TOO_LARGE);
    const text = await decodeFile(new Uint8Array(await file.arrayBuffer()));
    return text ?? refuse("That is not a CSV file. In a spreadsheet program, save it as CSV and choose it again.");
  });
