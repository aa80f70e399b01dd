import type { House } from "./house";
import type { Rule } from "./rule";

const mapOf = (house: House) => house.files.find(({ path }) => path === "docs/map.md")?.text ?? "";

/** A file on the map stands in backquotes, with its ending; a `*` or `{a,b}` stands for several and is left out. */
const namesMissing = (house: House) =>
  [...mapOf(house).matchAll(/`([\w()[\].\-/]+\/[\w()[\].\-/]*\.(?:tsx?|sql|md|json))`/g)]
    .map(([, file = ""]) => file)
    .filter((file) => !house.exists(file));

/** `app/(portal)/admin/users/[memberId]/page.tsx` is the page `/admin/users/{id}`. */
export const routeOf = (file: string) =>
  file
    .replace(/^app/, "")
    .replace(/\/(page|route)\.tsx?$/, "")
    .replace(/\/\([^)]*\)/g, "")
    .replace(/\[\.{0,3}\w+\]/g, "{}") || "/";

const routesMissing = (house: House) => {
  const onTheMap = new Set(
    [...mapOf(house).matchAll(/`(\/[^`\s?]*)[^`]*`/g)].map(([, route = ""]) => route.replace(/\{\w*\}/g, "{}")),
  );
  return house.files
    .filter(({ path }) => /^app\/(.*\/)?(page|route)\.tsx?$/.test(path))
    .map(({ path }) => ({ path, route: routeOf(path) }))
    .filter(({ route }) => !onTheMap.has(route))
    .map(({ path, route }) => `${route} (${path})`);
};

export const map: Rule[] = [
  {
    says: "the map names files that exist",
    breaches: namesMissing,
    planted: { "docs/map.md": "| `/login` | `lib/auth/gone.ts` |" },
  },
  {
    says: "every page and route is on the map",
    breaches: routesMissing,
    planted: { "docs/map.md": "`/admin/users`", "app/(portal)/admin/users/[memberId]/page.tsx": "" },
  },
];
