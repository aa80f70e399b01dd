import { z } from "zod";
import { decodeFile, type Text } from "./letters/decode";

/** Also what the file was called. */
export type FileText = Text & { name: string };

type Kind = { bytes: number; says: string; decode?: (bytes: Uint8Array) => Promise<Text | { problem: string } | null> };

/** A file of at most so many bytes as a form sends it, as text; null where none was chosen. */
export const listFile = ({ bytes, says, decode = decodeFile }: Kind) =>
  z
    .preprocess((file) => file ?? null, z.unknown())
    .transform(async (file, context): Promise<FileText | null> => {
      const refuse = (message: string) => {
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      };
      if (file === null || file === "") return null;
      if (!(file instanceof File)) return refuse("Choose one CSV file.");
      if (file.size === 0 && (file.name === "" || file.name === "undefined")) return null;
      if (file.size > bytes) return refuse(says);
      const text = await decode(new Uint8Array(await file.arrayBuffer()));
      if (!text) return refuse("That is not a CSV file. In a spreadsheet program, save it as CSV and choose it again.");
      if ("problem" in text) return refuse(text.problem);
      return { ...text, name: file.name };
    });
