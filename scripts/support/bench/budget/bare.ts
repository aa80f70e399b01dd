import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { environmentWith } from "@/lib/env";
import { endWith } from "../../life";

const FOLDER = path.resolve(".next/cache/lineup-bare");

/** A page made for each request, a heading and a line of words; a server of Node's around Next, as ours is. */
const files = {
  "package.json": `{ "type": "module" }`,
  "app/layout.js": `import { connection } from "next/server";
export default async function Layout({ children }) {
  await connection();
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.js": `export const metadata = { title: "Bare" };
export default function Page() {
  return <main><h1>Numbers</h1><p>Nothing is here yet.</p></main>;
}`,
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(path.resolve("."))} }, poweredByHeader: false };`,
  "serve.mjs": `import { createServer } from "node:http";
import next from "next";
const app = next({ dev: false, httpServer: createServer() });
await app.prepare();
const server = createServer(app.getRequestHandler());
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit(0));`,
};

/** The barest page that Next makes, for the ratio to it: built once, served until the script ends. */
export async function serveBare(): Promise<{ url: string; pid: number }> {
  if (!existsSync(path.join(FOLDER, ".next/BUILD_ID"))) await make();
  const child = spawn(process.execPath, ["serve.mjs"], {
    ...{ cwd: FOLDER, env: environmentWith({ NODE_ENV: "production" }) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  endWith("the bare page", async () => void child.kill());
  const port = await new Promise((resolve, reject) => {
    child.once("message", resolve).once("exit", () => reject(new Error("the bare page does not start")));
  });
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0 };
}

async function make() {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(FOLDER, name)), { recursive: true });
    writeFileSync(path.join(FOLDER, name), text);
  }
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], { cwd: FOLDER, stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("the bare page can't be built");
}
