import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript-api";

export type Import = { to: string; kind: "value" | "type" | "dynamic" };
export type SourceFile = { path: string; text: string; ast: ts.SourceFile; imports: Import[] };
export type House = { files: SourceFile[]; exists: (path: string) => boolean };

const ROOMS = ["app", "components", "db", "lib", "scripts", "tests"];
const LEFT_OUT = new Set(["node_modules", "migrations"]);

/** This repository as the rules see it, or some of its rooms: to read all of it takes seconds. */
export function thisHouse(rooms = ROOMS): House {
  const top = readdirSync(".").filter((name) => isSource(name) && name !== "next-env.d.ts");
  const paths = [...top, ...rooms.flatMap(under)];
  const texts = Object.fromEntries(paths.map((file) => [file, readFileSync(file, "utf8")]));
  const docs = ["docs/map.md", "docs/operations.md"].filter((file) => existsSync(file));
  for (const file of docs) texts[file] = readFileSync(file, "utf8");
  return houseOf(texts, existsSync);
}

/** A house made up of a few files, for showing that a rule can fail. */
export function houseOf(texts: Record<string, string>, exists = (file: string) => file in texts): House {
  const files = Object.entries(texts).map(([file, text]) => parse(file, text, (to) => to in texts));
  return { files, exists };
}

function under(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : under(file);
    return isSource(entry.name) ? [file] : [];
  });
}

const isSource = (name: string) => /\.tsx?$/.test(name);

function parse(file: string, text: string, has: (file: string) => boolean): SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const ast = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const imports = everyNode(ast).flatMap((node) => importsOf(node).map((each) => resolve(file, each, has)));
  return { path: file, text, ast, imports };
}

export function everyNode(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (each: ts.Node): void => {
    found.push(each);
    each.forEachChild(visit);
  };
  visit(node);
  return found;
}

function importsOf(node: ts.Node): Import[] {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeImport(node.importClause));
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return named(node.moduleSpecifier, node.isTypeOnly);
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return [];
  const [to] = node.arguments;
  return to && ts.isStringLiteral(to) ? [{ to: to.text, kind: "dynamic" }] : [];
}

const named = (to: ts.Expression, typeOnly: boolean): Import[] =>
  ts.isStringLiteral(to) ? [{ to: to.text, kind: typeOnly ? "type" : "value" }] : [];

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly);
}

/** `@/x` and `./x` as paths from the top, with their ending; packages keep their name. */
function resolve(from: string, { to, kind }: Import, has: (file: string) => boolean): Import {
  const local = to.startsWith("@/") ? to.slice(2) : to.startsWith(".") ? path.join(path.dirname(from), to) : undefined;
  if (local === undefined) return { to, kind };
  const found = [local, `${local}.ts`, `${local}.tsx`, `${local}/index.ts`].find(has);
  return { to: found ?? local, kind };
}
