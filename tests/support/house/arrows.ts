import type { House, SourceFile } from "./house";
import type { Rule } from "./rule";

type Room = "app" | "components" | "lib" | "lib/web" | "db" | "scripts" | "tests" | "top";

/** Which room may look into which. A file's own test may look at the tests' support as well. */
const MAY: Record<Room, Room[]> = {
  app: ["app", "components", "lib", "lib/web"],
  components: ["components", "lib"],
  lib: ["lib", "db"],
  "lib/web": ["lib", "lib/web"],
  db: ["db"],
  scripts: ["scripts", "lib", "lib/web", "db", "tests"],
  tests: ["tests", "scripts", "lib", "lib/web", "db", "app", "components"],
  top: ["lib", "lib/web", "scripts", "tests"],
};

const roomOf = (file: string): Room => {
  if (/\.test\.tsx?$/.test(file)) return "tests";
  if (file.startsWith("lib/web/")) return "lib/web";
  const [first = ""] = file.split("/");
  const known = ["app", "components", "lib", "db", "scripts", "tests"] as const;
  return known.find((room) => room === first) ?? "top";
};

const isLocal = (to: string) => /^(app|components|lib|db|scripts|tests)\//.test(to) || to === "db";

/** The exceptions, each with its reason. */
const isAllowed = (from: string, to: string) =>
  // The address of the database stands in the environment.
  (from.startsWith("db/") && to === "lib/env.ts") ||
  // A value for an empty form is as good as a type, and so is what its fields held.
  (from.startsWith("components/") && /^lib\/form-(state|was)\.ts$/.test(to));

const breaksArrow = (file: SourceFile) =>
  file.imports
    .filter(({ to }) => isLocal(to) && !MAY[roomOf(file.path)].includes(roomOf(to)) && !isAllowed(file.path, to))
    .map(({ to }) => `${file.path} → ${to}`);

const componentsTakeTypes = (file: SourceFile) =>
  file.imports
    .filter(({ to, kind }) => to.startsWith("lib/") && kind !== "type" && !isAllowed(file.path, to))
    .map(({ to }) => `${file.path} → ${to}, and not only its types`);

/** Who may use a package: everybody else breaks the rule. */
const PACKAGES: { name: RegExp; by: RegExp }[] = [
  { name: /^next\//, by: /^(app|components|lib\/web)\/|^[^/]+$/ },
  { name: /^next$/, by: /^(app|scripts|lib\/web)\/|^[^/]+$/ },
  { name: /^next-auth/, by: /^lib\/(auth\/nextauth\.ts|web\/)|^tests\/support\/login\.ts$/ },
  { name: /^resend$/, by: /^lib\/email\/|^tests\// },
  { name: /^postgres$/, by: /^(db|scripts|tests)\/|\.test\.ts$/ },
  { name: /^drizzle-orm/, by: /^(db|lib|scripts|tests)\// },
  { name: /^@playwright|^@axe-core/, by: /^(tests|scripts)\/|^playwright\.config\.ts$/ },
  { name: /^vitest/, by: /^tests\/|\.test\.tsx?$|^vitest\.config\.ts$/ },
];

const breaksPackage = (file: SourceFile) =>
  file.imports
    .filter(({ to }) => PACKAGES.some(({ name, by }) => name.test(to) && !by.test(file.path)))
    .map(({ to }) => `${file.path} → ${to}`);

const WRITERS = /^(lib\/change\.ts|lib\/outbox\/|db\/|scripts\/|tests\/)|\.test\.ts$/;

const writes = (file: SourceFile) =>
  file.imports
    .filter(({ to, kind }) => to === "db/write.ts" && kind !== "type" && !WRITERS.test(file.path))
    .map(() => `${file.path} holds a handle that can write`);

const valuesOf = (file: SourceFile) => file.imports.filter(({ kind }) => kind === "value").map(({ to }) => to);

/** Each circle once, as the path that walks it; one of types binds as much. */
function cycles(house: House): string[] {
  const edges = new Map(house.files.map((file) => [file.path, file.imports.map(({ to }) => to)]));
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): string[] => {
    const start = trail.indexOf(file);
    if (start >= 0) return [[...trail.slice(start), file].join(" → ")];
    if (done.has(file)) return [];
    const found = (edges.get(file) ?? []).flatMap((to) => walk(to, [...trail, file]));
    done.add(file);
    return found;
  };
  return [...edges.keys()].flatMap((file) => walk(file, []));
}

const SERVER_ONLY = /^(db\/|lib\/web\/|lib\/change\.ts$|lib\/env\.ts$|node:|postgres$|drizzle-orm)/;

/** What a browser would be sent: everything a "use client" file reaches, up to the actions, which stay on the server. */
function clientReaches(house: House): string[] {
  const byPath = new Map(house.files.map((file) => [file.path, file]));
  const walk = (file: SourceFile, trail: string[]): string[] =>
    valuesOf(file).flatMap((to) => {
      if (trail.includes(to)) return [];
      const next = byPath.get(to);
      if (next && /^["']use server["']/.test(next.text)) return [];
      if (SERVER_ONLY.test(to)) return [[...trail, to].join(" → ")];
      return next ? walk(next, [...trail, to]) : [];
    });
  return house.files.filter((file) => /^["']use client["']/.test(file.text)).flatMap((file) => walk(file, [file.path]));
}

const each = (check: (file: SourceFile) => string[], within: RegExp) => (house: House) =>
  house.files.filter((file) => within.test(file.path)).flatMap(check);

export const arrows: Rule[] = [
  {
    says: "data flows one way: every import follows the arrows",
    breaches: each(breaksArrow, /./),
    planted: {
      "lib/members/disable.ts": 'import { x } from "../web/viewer";',
      "lib/web/viewer.ts": "export const x = 1;",
    },
  },
  {
    says: "components take props and types of lib, no more",
    breaches: each(componentsTakeTypes, /^components\//),
    planted: { "components/ui/table.tsx": 'import { list } from "@/lib/members/list/list-members";' },
  },
  {
    says: "Next, NextAuth, Resend and PostgreSQL stay in their rooms",
    breaches: each(breaksPackage, /./),
    planted: { "lib/members/disable.ts": 'import { cookies } from "next/headers";' },
  },
  {
    says: "only change() and the outbox hold a handle that can write",
    breaches: each(writes, /./),
    planted: { "lib/members/disable.ts": 'import { writeDb } from "@/db/write";', "db/write.ts": "" },
  },
  {
    says: "no circles",
    breaches: cycles,
    planted: { "lib/a.ts": 'import { b } from "./b";', "lib/b.ts": 'import type { A } from "./a";' },
  },
  {
    says: "no browser is sent the database or a verb",
    breaches: clientReaches,
    planted: {
      "app/form.tsx": '"use client";\nimport { words } from "@/lib/words";',
      "lib/words.ts": 'import { db } from "@/db";',
      "db/index.ts": "",
    },
  },
];
