import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asvsIds } from "./support/asvs-ids";

const table = readFileSync("docs/asvs.md", "utf8");
const rows = [...table.matchAll(/^\| (V[\d.]+) \| (.+?) \| (.+) \|$/gm)].map(
  ([, id = "", verdict = "", shown = ""]) => ({
    id,
    verdict,
    shown,
  }),
);

test("every requirement of the standard's levels 1 and 2 has its row, in order, and there are no others", () => {
  expect(asvsIds).toHaveLength(253);
  expect(rows.map(({ id }) => id)).toEqual(asvsIds);
});

test("each is met, is not, or does not apply, and says how or why", () => {
  const verdicts = ["met", "**not met**", "does not apply"];
  expect(rows.filter(({ verdict, shown }) => !verdicts.includes(verdict) || shown.trim().length < 4)).toEqual([]);
});

test("every file and every heading that is named exists", () => {
  const files = rows.flatMap(({ shown }) =>
    [...shown.matchAll(/`((?:app|components|db|docs|lib|scripts|tests)\/[^`\s]+|package-lock\.json)`/g)].map(
      ([, file = ""]) => file,
    ),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const links = rows.flatMap(({ shown }) => [...shown.matchAll(/\]\(([\w.-]+)(?:#([\w-]+))?\)/g)]);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([, file = "", heading]) => !hasHeading(`docs/${file}`, heading)).map(([link]) => link)).toEqual(
    [],
  );
});

test("the figures above the table are the table's", () => {
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  expect(table).toContain(
    `${count("met")} of ${rows.length} are met, ${count("**not met**")} are not, ${count("does not apply")} do not apply.`,
  );
});

function hasHeading(file: string, anchor: string | undefined): boolean {
  if (!existsSync(file)) return false;
  const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );
  return anchor === undefined || headings.includes(anchor);
}
