import ts from "typescript-api";
import { everyNode, type House, type SourceFile } from "../house/house";

type Found = { path: string; name: string; node: ts.FunctionLikeDeclaration };

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function functionsOf({ path, ast }: SourceFile): Found[] {
  return ast.statements.filter(isExported).flatMap((node): Found[] => {
    if (ts.isFunctionDeclaration(node)) return [{ path, name: node.name?.text ?? "", node }];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isArrowFunction(initializer) ? [{ path, name: name.getText(), node: initializer }] : [],
    );
  });
}

const typesOf = ({ node }: Found) => node.parameters.map(({ type }) => type?.getText() ?? "");

const isGiven = (found: Found, type: RegExp) => typesOf(found).some((text) => type.test(text));

const calls = ({ node }: Found, name: RegExp) =>
  everyNode(node).some((each) => ts.isCallExpression(each) && name.test(each.expression.getText()));

/** It waits for something, or its file asks the database. */
const asks = (found: Found, { imports }: SourceFile) =>
  isAsync(found) ||
  isGiven(found, /\bReader\b/) ||
  imports.some(({ to, kind }) => to === "db/index.ts" && kind === "value");

const mentionsDatabase = ({ node }: Found) =>
  everyNode(node).some((each) => ts.isIdentifier(each) && /^(db|byIndex)$/.test(each.text));

const isAsync = ({ node }: Found) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;

const verbFiles = (house: House) =>
  house.files.filter(({ path }) => /^lib\/(?!web\/)/.test(path) && !/\.test\./.test(path));

/** What of lib answers a viewer and changes nothing. Told by its first lines: who asks, and no change that it is part of. */
export const readsIn = (house: House): string[] =>
  verbFiles(house).flatMap((file) =>
    functionsOf(file)
      .filter((found) => isGiven(found, /\bViewer\b/) && !isGiven(found, /\b(Change|WriteTx|SQL)\b/))
      .filter((found) => asks(found, file) && !calls(found, /^(change|keepBooks)$/))
      .map(({ path, name }) => `${name} of ${path}`),
  );

/** What is named like a read of people's things, and is not told who asks. */
export const namelessIn = (house: House): string[] =>
  verbFiles(house).flatMap((file) =>
    functionsOf(file)
      .filter(({ name }) => /^(get|list|export|people|find|show|read)[A-Z]|[a-z](Of|Options)$/.test(name))
      .filter((found) => !isGiven(found, /\b(Viewer|Change|WriteTx)\b/) && (isAsync(found) || mentionsDatabase(found)))
      .map(({ path, name }) => `${name} of ${path}`),
  );
