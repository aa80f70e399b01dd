import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle } from "./bundle.mjs";
import { PROGRAMS } from "./sources.mjs";

test("whatever ends up in a program makes another one of it when it changes, and each is there", async () => {
  const folder = mkdtempSync(path.join("node_modules", ".bundle-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { metafile } = await bundle(folder);
  const sources = Object.keys(metafile.inputs).filter((file) => !file.startsWith("node_modules/"));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => !PROGRAMS.includes(file.split("/")[0] ?? ""))).toEqual([]);
  for (const name of ["start", "serve", "worker"])
    expect(readFileSync(path.join(folder, `${name}.mjs`), "utf8")).not.toBe("");
});
