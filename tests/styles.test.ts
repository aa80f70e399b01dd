import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compile } from "tailwindcss";
import { expect, test } from "vitest";

const FOLDER = "components/styles";
const MOST_LINES = 1980;

const sheets = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(path.join(FOLDER, name), "utf8") }));
const paths = ["app", "components"].flatMap((room) =>
  readdirSync(room, { recursive: true }).map((file) => path.join(room, String(file))),
);
const source = paths
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("a sheet is called by what it draws: none bears the name of a page", () => {
  const segments = new Set(
    paths.filter((file) => file.startsWith("app/")).flatMap((file) => file.split("/").slice(1, -1)),
  );
  expect(segments).toContain("users");
  expect(sheets.filter(({ name }) => segments.has(name.replace(/\.css$/, ""))).map(({ name }) => name)).toEqual([]);
});

test("every sheet is in the one that is sent", () => {
  const sent = [...readFileSync("app/globals.css", "utf8").matchAll(/components\/styles\/([\w-]+\.css)/g)];
  expect(sent.map(([, name]) => name).sort()).toEqual(sheets.map(({ name }) => name).sort());
});

test("a cell is known by its class, not by its place", () => {
  const byPlace = sheets.filter(({ text }) => text.includes(":nth-"));
  expect(byPlace.map(({ name }) => name)).toEqual([]);
});

test("what only one page wants is said in the page: the sheets don't grow", () => {
  // Pictures are no rules.
  const lines = sheets
    .filter(({ name }) => name !== "icons.css")
    .reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);
  expect(lines).toBeLessThanOrEqual(MOST_LINES);
});

test("every class in the sheets is somebody's", () => {
  const classes = new Set(sheets.flatMap(({ text }) => classesIn(text)));
  expect(classes.size).toBeGreaterThan(50);
  expect([...classes].filter((name) => !isUsed(name))).toEqual([]);
});

test("every class that is put on is drawn: one that nothing draws is a slip", async () => {
  const { build } = await compile(readFileSync("app/globals.css", "utf8"), { base: "app", loadStylesheet });
  const put = [...new Set([...source.matchAll(/className=(?:"([^"]*)"|\{`([^`$]*)`\})/g)].flatMap(namesIn))];
  expect(put.length).toBeGreaterThan(300);
  const drawn = build(put);
  const selector = (name: string) => `.${name.replaceAll(/[^\w-]/g, "\\$&")}`;
  /** A script finds some elements by theirs. */
  const isFound = (name: string) => source.includes(`(".${name} `);
  expect(put.filter((name) => !drawn.includes(selector(name)) && !isFound(name))).toEqual([]);
});

const namesIn = ([, plain, quoted]: RegExpExecArray) => (plain ?? quoted ?? "").split(/\s+/).filter(Boolean);

async function loadStylesheet(id: string, base: string) {
  const file = id === "tailwindcss" ? "node_modules/tailwindcss/index.css" : path.join(base, id);
  return { path: file, base: path.dirname(file), content: readFileSync(file, "utf8") };
}

const classesIn = (text: string) =>
  [...text.replaceAll(/\/\*.*?\*\/|@apply[^;]*;/gs, "").matchAll(/\.([a-z][\w-]*)(?=[^;{}]*\{)/g)].map(
    ([, name = ""]) => name,
  );

/** A tone is put on at the end of its kind: `pill-${tone}`. */
function isUsed(name: string) {
  const word = (text: string) => new RegExp(`(?<![\\w-])${text}(?![\\w-])`).test(source);
  return word(name) || source.includes(`${name.slice(0, name.lastIndexOf("-") + 1)}\${`);
}

test("every piece stands at /dev/styles, or is around every page", () => {
  const pieces = paths.filter((file) => /^components\/.*\.tsx$/.test(file)).map(pieceIn);
  const shown = new Set(paths.filter((file) => file.startsWith("app/dev/styles/")).flatMap((file) => tagsIn(file)));
  const stands = (tags: ReadonlySet<string>) => pieces.filter(({ names }) => names.some((name) => tags.has(name)));
  const spread = (tags: Set<string>): Set<string> => {
    const more = new Set([...tags, ...stands(tags).flatMap(({ tags: inside }) => inside)]);
    return more.size === tags.size ? tags : spread(more);
  };
  const there = spread(new Set([...shown, ...AROUND]));
  expect(pieces.length).toBeGreaterThan(60);
  expect(pieces.flatMap(({ names }) => names).filter((name) => /^[A-Z]/.test(name) && !there.has(name))).toEqual([]);
});

/** Frames of a whole page, which other pictures show, and what is heard or kept and never seen. */
const AROUND = "PortalShell SignedOut FormSetting KeptWords MakeWayForm Keys Navigator Unsaved".split(" ");

const pieceIn = (file: string) => {
  const text = readFileSync(file, "utf8");
  const names = [...text.matchAll(/^export (?:async )?(?:function|const) (use[A-Z]\w*|[A-Z]\w*[a-z]\w*)/gm)];
  return { names: names.map(([, name = ""]) => name), tags: tagsIn(file) };
};

/** What is drawn there, by itself or by a hook, also once its script has come. */
const tagsIn = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/<([A-Z]\w*)|\b(use[A-Z]\w*)\(|import\("[^"]+"\)\)\.(\w+)/g)].map(
    ([, tag, hook, loaded]) => tag ?? hook ?? loaded ?? "",
  );
