import { spawn } from "node:child_process";

// `npm run on-node -- 24 test`: any of our scripts on another Node, which npm fetches as a package and keeps. What is
// built stays so.
const [version = "", script = "", ...rest] = process.argv.slice(2);
if (!/^\d[\w.-]*$/.test(version) || script === "")
  throw new Error("npm run on-node -- 24 test | bench -- --budget | …");
const node = ["exec", "--yes", `--package=node@${version}`, "--", "npm", "run", script];
const child = spawn("npm", [...node, ...(rest.length > 0 ? ["--", ...rest] : [])], { stdio: "inherit" });
child.once("exit", (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
