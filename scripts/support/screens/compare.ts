import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

export type Difference = { name: string; words: string; pixels: number };

const DIFFERENT = "different";
const pictures = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".png"));

/** Which pictures of two folders are not the same, pixel by pixel; what differs is drawn red in `different/` of the second. */
export function compareScreens({ before, after }: { before: string; after: string }): Difference[] {
  const there = path.join(after, DIFFERENT);
  rmSync(there, { recursive: true, force: true });
  mkdirSync(there);
  const names = [...new Set([...pictures(before), ...pictures(after)])].sort();
  return names.flatMap((name) => {
    const [old, young] = [read(before, name), read(after, name)];
    if (!old || !young) return [{ name, words: old ? "is gone" : "is new", pixels: 0 }];
    if (old.width !== young.width || old.height !== young.height)
      return [{ name, words: `${size(old)} became ${size(young)}`, pixels: old.width * old.height }];
    const diff = new PNG({ width: old.width, height: old.height });
    const pixels = pixelmatch(old.data, young.data, diff.data, old.width, old.height, EXACT);
    if (pixels === 0) return [];
    writeFileSync(path.join(there, name), PNG.sync.write(diff));
    return [{ name, words: `${pixels} pixels differ`, pixels }];
  });
}

/** Any other colour counts, at the edge of a letter too. */
const EXACT = { threshold: 0, includeAA: true };

const size = ({ width, height }: PNG) => `${width} × ${height}`;

function read(folder: string, name: string): PNG | undefined {
  return pictures(folder).includes(name) ? PNG.sync.read(readFileSync(path.join(folder, name))) : undefined;
}
