import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * A bug, planted: in place of `find`, which the file has exactly once, stands `put`. One of the `tests` must then fail;
 * `only`: the part of their names that those have which are to notice it.
 */
export type Planted = { says: string; file: string; find: string; put: string; tests: string[]; only?: string };

/** The file with the bug in it. */
export function withBug({ says, file, find, put }: Planted, root = "."): string {
  const source = readFileSync(path.join(root, file), "utf8");
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${file}: ${says}: the code has changed: write this bug anew`);
  return parts.join(put);
}
