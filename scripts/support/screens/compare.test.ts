import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { compareScreens } from "./compare";

type Pixel = [number, number, number];

/** A picture that is grey but for the pixels given. */
function picture(height: number, ...others: { at: number; colour: Pixel }[]) {
  const png = new PNG({ width: 4, height });
  png.data.fill(200);
  for (const { at, colour } of others) png.data.set([...colour, 255], at * 4);
  return PNG.sync.write(png);
}

test("the same pictures are not told; a shade, another size, one more and one less are", () => {
  const both = mkdtempSync(path.join(tmpdir(), "lineup-compare-"));
  const [before, after] = [path.join(both, "before"), path.join(both, "after")];
  for (const folder of [before, after]) mkdirSync(folder);
  const put = (folder: string, name: string, data: Buffer) => writeFileSync(path.join(folder, `${name}.png`), data);
  for (const folder of [before, after]) put(folder, "same", picture(3));
  put(before, "shade", picture(3));
  put(after, "shade", picture(3, { at: 5, colour: [200, 200, 203] }));
  put(before, "taller", picture(3));
  put(after, "taller", picture(4));
  put(before, "less", picture(3));
  put(after, "more", picture(3));
  const told = compareScreens({ before, after }).map(({ name, words }) => `${name} ${words}`);
  expect(told).toEqual([
    "less.png is gone",
    "more.png is new",
    "shade.png 1 pixels differ",
    "taller.png 4 × 3 became 4 × 4",
  ]);
  expect(readdirSync(path.join(after, "different"))).toEqual(["shade.png"]);
});
