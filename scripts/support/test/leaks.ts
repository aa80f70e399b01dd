import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { PASSWORD } from "@/tests/support/cast";

/** What no line of a log may hold, whoever it belongs to. */
const SHAPES: [string, RegExp][] = [
  ["a whole email address", /[\w.+-]+(@|%40)[\w-]+(\.[\w-]+)+/i],
  ["a link's token", /[?&]token=[\w-]{8,}/],
  ["a hash", /\$argon2id?\$/],
  ["a session's cookie", /lineup\.session=[\w.%-]{20,}/],
];

/** The lines of a log that tell a secret, with what they tell. */
export function leaksIn(log: string, secrets: string[]): string[] {
  return log.split("\n").flatMap((line) => {
    const shapes = SHAPES.filter(([, shape]) => shape.test(line)).map(([name]) => name);
    const known = secrets.some((secret) => line.includes(secret)) ? ["a password or token of this run"] : [];
    return [...shapes, ...known].map((what) => `${what}: ${line.slice(0, 200)}`);
  });
}

/** Searches what the servers of a run have said. `tokens.json` beside the logs holds the tokens that were emailed. */
export function searchLogs(folder: string): { lines: number; leaks: string[] } {
  const tokens = path.join(folder, "tokens.json");
  if (!existsSync(tokens)) return { lines: 0, leaks: [] };
  const secrets = [PASSWORD, ...z.array(z.string()).parse(JSON.parse(readFileSync(tokens, "utf8")))];
  const logs = readdirSync(folder).filter((name) => name.endsWith(".log"));
  const texts = logs.map((name) => readFileSync(path.join(folder, name), "utf8"));
  return {
    lines: texts.reduce((sum, text) => sum + text.split("\n").length, 0),
    leaks: texts.flatMap((text) => leaksIn(text, secrets)),
  };
}
