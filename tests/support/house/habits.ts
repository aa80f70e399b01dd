import ts from "typescript-api";
import { everyNode, type House, type SourceFile } from "./house";
import type { Rule } from "./rule";

const MOST_LINES = 250;

const tooLong = (house: House) =>
  house.files
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ path, lines }) => lines > MOST_LINES && path.endsWith(".md") === false)
    .map(({ path, lines }) => `${path}: ${lines} lines`);

const MOST_IN_A_ROOM = 24;

/** Journeys are many, and each is found by its page's name; a file's own test lives with it. */
function crowded(house: House): string[] {
  const rooms = new Map<string, number>();
  for (const { path } of house.files) {
    if (/\.test\.tsx?$|\.spec\.ts$/.test(path)) continue;
    const room = path.split("/").slice(0, -1).join("/");
    rooms.set(room, (rooms.get(room) ?? 0) + 1);
  }
  return [...rooms].filter(([, files]) => files > MOST_IN_A_ROOM).map(([room, files]) => `${room}: ${files} files`);
}

const ROLES = ["admin", "end-user", "messaging-agent", "sender", "viewer"];

/** "viewer" and "sender" are also kinds of other things; what is compared with or given as `kind` is no role. */
function isKind(node: ts.Node): boolean {
  const beside = node.parent && ts.isLiteralTypeNode(node.parent) ? node.parent.parent : node.parent;
  return beside !== undefined && /^\W*\w*\??\.?kind\b|\.kind (===|!==)|^kind\b/.test(beside.getText());
}

const rolesIn = ({ path, ast }: SourceFile) =>
  everyNode(ast)
    .filter((node) => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
        return ROLES.includes(node.text) ? !isKind(node) : inSql(node.text);
      }
      return ts.isTemplateExpression(node) && inSql(node.getText());
    })
    .map((node) => `${path}: ${node.getText().slice(0, 60)}`);

const inSql = (text: string) => /'(admin|end-user|messaging-agent)'/.test(text);

const roleNames = (house: House) =>
  house.files
    .filter(({ path }) => /^(app|components|lib)\//.test(path) && !/^lib\/access\/|\.test\./.test(path))
    .flatMap(rolesIn);

/** Written so that this file does not break the rule itself. */
const SHORTCUTS =
  /\bTO[D]O\b|\bFIX[M]E\b|@ts-(ignor[e]|nochec[k]|expect-erro[r])|\b(test|it|describe)\.(ski[p]|onl[y]|tod[o]|fixm[e])\(/;

const shortcuts = (house: House) =>
  house.files
    .filter(({ path }) => path !== "tests/support/house/habits.ts")
    .flatMap(({ path, text, ast }) => [
      ...text.split("\n").flatMap((line, i) => (SHORTCUTS.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
      ...everyNode(ast)
        .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node))
        .map((node) => `${path}: ${node.parent.getText().slice(0, 60)}`),
    ]);

const barrels = (house: House) =>
  house.files
    .filter(
      ({ path, ast }) => /\/index\.tsx?$/.test(path) && path !== "db/schema/index.ts" && ast.statements.length > 0,
    )
    .filter(({ ast }) => ast.statements.every((node) => ts.isExportDeclaration(node)))
    .map(({ path }) => path);

const UNWANTED =
  /(^|\/)(services|repositories|managers|types|hooks|constants|utils|helpers|packages)\/|(^|\/)(utils|helpers|constants|types)\.tsx?$/;

const unwanted = (house: House) => house.files.map(({ path }) => path).filter((path) => UNWANTED.test(path));

/** Content must not wait behind a skeleton that only a script takes away. */
const skeletons = (house: House) =>
  house.files
    .filter(({ path, ast }) => /(^|\/)loading\.tsx$/.test(path) || everyNode(ast).some(isSuspense))
    .map(({ path }) => path);

const isSuspense = (node: ts.Node) =>
  ts.isJsxOpeningElement(node) && /^(React\.)?Suspense$/.test(node.tagName.getText());

const FORMATS = /\b(DateTimeFormat|NumberFormat)\((?!.*resolvedOptions)|\.toLocale(Date|Time)?String\(/;

/** Otherwise a moment or a count is written as the one who wrote the code reads it. */
const ownFormats = (house: House) =>
  house.files
    .filter(({ path }) => /^(app|components|lib)\//.test(path) && !/^lib\/text\/|\.test\./.test(path))
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .filter((line) => FORMATS.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );

const unlistedLetters = (house: House) => {
  const list = house.files.find(({ path }) => path === "lib/email/templates.ts");
  return house.files
    .map(({ path }) => path)
    .filter((path) => path.startsWith("lib/email/letters/") && !list?.imports.some(({ to }) => to === path));
};

/** "noun.verb", as whoever runs Lineup meets it. */
const EVENT = /\blog\.(?:info|error)\(\s*"([\w-]+\.[\w-]+)"/g;

function untoldEvents({ files }: House): string[] {
  const told = files.find(({ path }) => path === "docs/operations.md")?.text ?? "";
  return files
    .filter(({ path }) => /^(app|components|lib|scripts)\//.test(path) && !/\.test\./.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(EVENT)].map(([, event]) => ({ path, event })))
    .filter(({ event }) => !told.includes(`\`${event}\``))
    .map(({ path, event }) => `${path}: ${event}`);
}

export const habits: Rule[] = [
  {
    says: "docs/operations.md tells of every event in the log",
    breaches: untoldEvents,
    planted: { "docs/operations.md": "`email.sent`", "lib/a.ts": 'log.error("email.lost", error);' },
  },
  {
    says: `no folder holds more than ${MOST_IN_A_ROOM} files without rooms in it`,
    breaches: crowded,
    planted: Object.fromEntries(
      Array.from({ length: MOST_IN_A_ROOM + 1 }, (_, at) => [`lib/members/verb-${at}.ts`, "export const x = 1;"]),
    ),
  },
  {
    says: `no file is longer than ${MOST_LINES} lines`,
    breaches: tooLong,
    planted: { "lib/members/everything.ts": "const x = 1;\n".repeat(MOST_LINES + 1) },
  },
  {
    says: "code asks for permissions: roles have names in lib/access only",
    breaches: roleNames,
    planted: { "app/page.tsx": 'const may = role === "admin";' },
  },
  {
    says: "no shortcuts: nothing left for later, no any, no !, no test left out",
    breaches: shortcuts,
    planted: { "lib/a.ts": "export const x = (y: any) => y;" },
  },
  {
    says: "no barrels but db/schema",
    breaches: barrels,
    planted: { "lib/members/index.ts": 'export * from "./list";' },
  },
  { says: "no folders or files that are named after nothing", breaches: unwanted, planted: { "lib/utils.ts": "" } },
  {
    says: "nobody without JavaScript is left with a skeleton",
    breaches: skeletons,
    planted: { "app/page.tsx": "export const P = () => <Suspense fallback={null}>x</Suspense>;" },
  },
  {
    says: "moments and counts are written as the reader's locale has them: lib/text knows how, and nobody else",
    breaches: ownFormats,
    planted: { "app/page.tsx": "export const P = () => new Date().toLocaleTimeString();" },
  },
  {
    says: "every letter is on the list that the tests render",
    breaches: unlistedLetters,
    planted: { "lib/email/templates.ts": "", "lib/email/letters/lost.tsx": "" },
  },
];
