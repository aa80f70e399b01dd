import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { namesFor, takeAsBuiltFrom } from "@/scripts/support/build-if-stale";
import { sourcesOfPages } from "@/scripts/support/sources.mjs";

// Run in a checkout that differs in a comment from the one that its `.next` was built in. A build there would give itself
// and its actions other names, and be as it is but for that: so they get them, wherever they stand.

const BUILD = ".next";

const Manifest = z.object({
  node: z.record(z.string(), z.unknown()),
  edge: z.record(z.string(), z.unknown()),
  encryptionKey: z.string(),
});

const read = (file: string) => readFileSync(path.join(BUILD, file), "utf8");

/** The first two letters say what an action takes; Next hashes the rest. */
const otherAction = (name: string) => name.slice(0, 2) + createHash("sha1").update(name).digest("hex");

const { node, edge, encryptionKey } = Manifest.parse(JSON.parse(read("server/server-reference-manifest.json")));
const { LINEUP_BUILD, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = namesFor(sourcesOfPages());
const others = new Map([
  [read("BUILD_ID"), LINEUP_BUILD],
  [encryptionKey, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY],
  ...[...Object.keys(node), ...Object.keys(edge)].map((name): [string, string] => [name, otherAction(name)]),
]);
const names = new RegExp([...others.keys()].map((name) => name.replace(/\W/g, "\\$&")).join("|"), "g");
const renamed = (text: string) => text.replace(names, (name) => others.get(name) ?? name);

for (const entry of readdirSync(BUILD, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = path.join(entry.parentPath ?? entry.path, entry.name);
  // Byte by byte, as there are pictures and fonts among them.
  const before = readFileSync(file, "latin1");
  const after = renamed(before);
  if (after !== before) writeFileSync(file, after, "latin1");
}
takeAsBuiltFrom(sourcesOfPages());
