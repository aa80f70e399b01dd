import { pathToFileURL } from "node:url";
import { bundled } from "./support/bundle.mjs";

// `node scripts/run.mjs start`: in plain JavaScript, as it is what makes the rest so.
const program = process.argv[2];
if (program !== "start" && program !== "worker") throw new Error("node scripts/run.mjs start | worker");
await import(pathToFileURL(await bundled(program)).href);
