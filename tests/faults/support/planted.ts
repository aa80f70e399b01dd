import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";
import { bundle } from "@/scripts/support/bundle.mjs";
import type { Edit } from "./plant";

/** Within the checkout, where the packages are that are not put into a program. */
const FOLDER = "test-results/planted";

export type Planted = { program: string; remove: () => void };

/** The launcher and the serving process with bugs in them, in a folder of their own; the sources stay as they are. */
export async function planted(edits: Edit[]): Promise<Planted> {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(path.join(FOLDER, "programs-"));
  const left = new Set(edits);
  await bundle(folder, [planting(edits, left)]);
  const [missed] = left;
  if (missed) throw new Error(`The bug can't be planted: no program loads ${missed.file}.`);
  const program = path.resolve(folder, "start.mjs");
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A source that is no longer as the edit expects it is told: a bug that is not planted proves nothing. */
const planting = (edits: Edit[], left: Set<Edit>): Plugin => ({
  name: "planted",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, (file) => {
      const mine = edits.filter((edit) => file.path === path.resolve(edit.file));
      if (mine.length === 0) return undefined;
      let contents = readFileSync(file.path, "utf8");
      for (const edit of mine) {
        if (!contents.includes(edit.from)) throw new Error(`${edit.file} has no "${edit.from}"`);
        contents = contents.replace(edit.from, () => edit.to);
        left.delete(edit);
      }
      return { contents, loader: file.path.endsWith("x") ? "tsx" : "ts" };
    }),
});
