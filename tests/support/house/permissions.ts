import ts from "typescript-api";
import { isAskedHere, matrix, type Permission } from "@/lib/access/permissions";
import { everyNode, type House, type SourceFile } from "./house";
import type { Rule } from "./rule";

/** Who asks whether somebody has a permission; in scope.ts every function does. A link alone asks for nothing. */
const ASKING = ["can", "groupsWith", "topGroupsWith", "requireViewer"];
const isAsking = ({ path }: SourceFile) =>
  /^(app|lib)\//.test(path) && !/\.test\.|\/sections\.ts$/.test(path) && !path.startsWith("lib/access/p");

function askedIn(file: SourceFile): string[] {
  return everyNode(file.ast)
    .filter(ts.isCallExpression)
    .filter(({ expression }) => file.path === "lib/access/scope.ts" || ASKING.includes(expression.getText()))
    .flatMap((call) => call.arguments.filter(ts.isStringLiteral).map(({ text }) => text));
}

function misnamed(house: House): string[] {
  const asked = new Set(house.files.filter(isAsking).flatMap(askedIn));
  const all = Object.keys(matrix) as Permission[];
  return all
    .filter((permission) => asked.has(permission) !== isAskedHere(permission))
    .map((permission) => `${permission}: ${asked.has(permission) ? "is asked here" : "nobody asks for it"}`);
}

export const permissions: Rule[] = [
  {
    says: "what the Roles page calls checked by this portal is asked for here, and nothing else is",
    breaches: misnamed,
    planted: { "app/(portal)/inbox/page.tsx": 'await requireViewer("messages.read");' },
  },
];
