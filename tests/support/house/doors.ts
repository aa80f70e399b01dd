import ts from "typescript-api";
import { everyNode, type House, type SourceFile } from "./house";
import type { Rule } from "./rule";

type Exported = { name: string; node: ts.Node; value: ts.Node | undefined };

/** What a file exports that exists when it runs: functions, constants, what it passes on. Types are left out. */
function exportsOf({ ast }: SourceFile): Exported[] {
  return ast.statements.flatMap((node): Exported[] => {
    if (ts.isExportDeclaration(node)) return node.isTypeOnly ? [] : [{ name: "export …", node, value: undefined }];
    if (ts.isExportAssignment(node)) return [{ name: "default", node, value: node.expression }];
    if (!ts.canHaveModifiers(node)) return [];
    if (!ts.getModifiers(node)?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isFunctionDeclaration(node)) return [{ name: node.name?.text ?? "default", node, value: node }];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations.map((each) => ({
      name: each.name.getText(),
      node,
      value: each.initializer,
    }));
  });
}

const calls = (node: ts.Node, names: string[]) =>
  everyNode(node).some(
    (each) => ts.isCallExpression(each) && ts.isIdentifier(each.expression) && names.includes(each.expression.text),
  );

const isCallOf = (node: ts.Node | undefined, names: string[]) =>
  node !== undefined &&
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  names.includes(node.expression.text);

function actionsPastTheDoor(house: House): string[] {
  const actions = house.files.filter(({ text }) => /^["']use server["']/.test(text));
  const misnamed = actions
    .filter(({ path }) => !/^app\/.*\bactions\.ts$/.test(path))
    .map(({ path }) => `${path}: not an actions.ts`);
  const unmarked = house.files
    .filter((file) => /^app\/.*\bactions\.ts$/.test(file.path) && !actions.includes(file))
    .map(({ path }) => `${path}: no "use server" on top`);
  const past = actions.flatMap((file) =>
    exportsOf(file)
      .filter(({ value }) => !isCallOf(value, ["formAction", "visitorAction"]))
      .map(({ name }) => `${file.path}: ${name}`),
  );
  const inline = house.files
    .filter((file) => !actions.includes(file) && /\n\s+["']use server["']/.test(file.text))
    .map(({ path }) => `${path}: an action inside`);
  return [...misnamed, ...unmarked, ...past, ...inline];
}

const pagesPastTheDoor = (house: House) =>
  house.files
    .filter(({ path }) => /^app\/\(portal\)\/(.*\/)?(page|route)\.tsx?$/.test(path))
    .filter(({ ast }) => !calls(ast, ["requireViewer"]))
    .map(({ path }) => path);

const silentPages = (house: House) =>
  house.files
    .filter(({ path }) => /^app\/\(portal\)\/.*\.tsx?$/.test(path))
    .filter(({ ast }) => calls(ast, ["notFound"]))
    .map(({ path }) => path);

const ACTORS = new Set(["Viewer", "Visitor", "System", "Actor"]);

/** The first parameter's type, or what it is made of when it is a union. */
function firstType(value: ts.Node | undefined): string[] {
  if (!value || !(ts.isFunctionDeclaration(value) || ts.isArrowFunction(value))) return [];
  const type = value.parameters[0]?.type;
  if (!type) return [];
  return ts.isUnionTypeNode(type) ? type.types.map((each) => each.getText()) : [type.getText()];
}

function isGivenAnActor(value: ts.Node | undefined): boolean {
  const types = firstType(value);
  return types.length > 0 && types.every((type) => ACTORS.has(type));
}

const isVerb = ({ path, imports }: SourceFile) =>
  /^lib\/(?!web\/|outbox\/)[^/]+\/.*\.tsx?$/.test(path) &&
  !/\.test\./.test(path) &&
  imports.some(({ to, kind }) => to === "lib/change.ts" && kind === "value");

const verbsWithoutActor = (house: House) =>
  house.files.filter(isVerb).flatMap((file) =>
    exportsOf(file)
      .filter(({ node, value }) => calls(value ?? node, ["change"]) && !isGivenAnActor(value))
      .map(({ name }) => `${file.path}: ${name}`),
  );

/** A page says what it is called, or redirects and is never seen. */
const pagesWithoutTitle = (house: House) =>
  house.files
    .filter(({ path }) => /^app\/(.*\/)?page\.tsx$/.test(path))
    .filter((file) => !exportsOf(file).some(({ name, value, node }) => isTitle(name, (value ?? node).getText())))
    .map(({ path }) => path);

const isTitle = (name: string, text: string) => /^(metadata|generateMetadata)$/.test(name) && /\btitle\b/.test(text);

/** By its hidden fields a form says for whom it was made. One of GET or of a dialog goes to an address, or nowhere. */
const formsWithoutOwner = (house: House) =>
  house.files
    .filter(({ path, text }) => /^(app|components)\/.*\.tsx$/.test(path) && /useActionState|useAnswer/.test(text))
    .filter(({ ast }) => !everyNode(ast).some((node) => ts.isJsxSelfClosingElement(node) && isHiddenFields(node)))
    .map(({ path }) => path);

const isHiddenFields = ({ tagName }: ts.JsxSelfClosingElement) => tagName.getText() === "HiddenFields";

const actionsAt = "app/(portal)/admin/users/actions.ts";

export const doors: Rule[] = [
  {
    says: "every action comes from formAction or visitorAction",
    breaches: actionsPastTheDoor,
    planted: {
      [actionsAt]: '"use server";\nexport const a = formAction(A, a);\nexport async function b(data: FormData) {}',
    },
  },
  {
    says: "every page and route of the portal calls requireViewer",
    breaches: pagesPastTheDoor,
    planted: { "app/(portal)/admin/export/route.ts": "// requireViewer()\nexport const GET = () => new Response();" },
  },
  {
    says: "what is not there for a viewer is told of: forbidden(), never notFound()",
    breaches: silentPages,
    planted: { "app/(portal)/admin/x/page.tsx": "const load = async () => (await find(viewer)) ?? notFound();" },
  },
  {
    says: "every verb is told first who is asking",
    breaches: verbsWithoutActor,
    planted: {
      "lib/change.ts": "",
      "lib/members/disable.ts":
        'import { change } from "../change";\nexport function disable(id: string) { return change(id, id, async () => {}); }',
    },
  },
  {
    says: "every form with an action says for whom it was made",
    breaches: formsWithoutOwner,
    planted: {
      "app/x.tsx": "export const X = () => { const [, submit] = useAnswer(a); return <form action={submit} />; };",
    },
  },
  {
    says: "every page has a title",
    breaches: pagesWithoutTitle,
    planted: { "app/page.tsx": "export default function Page() { return <title>no</title>; }" },
  },
];
