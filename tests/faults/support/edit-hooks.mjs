import { writeSync } from "node:fs";

let edits = [];

export function initialize(data) {
  edits = data.edits;
}

/** A source that is no longer as the edit expects it ends the process: a bug that is not planted proves nothing. */
export async function load(url, context, next) {
  const loaded = await next(url, context);
  const mine = edits.filter(({ file }) => new URL(url).pathname.endsWith(`/${file}`));
  if (mine.length === 0) return loaded;
  let source = String(loaded.source);
  for (const { file, from, to } of mine) {
    if (!source.includes(from)) {
      writeSync(2, `The bug can't be planted: ${file} has no "${from}".\n`);
      process.exit(3);
    }
    source = source.replace(from, () => to);
  }
  return { ...loaded, source };
}
