import { register } from "node:module";

// Loaded before tsx, so that tsx asks these hooks for the source and translates what they give it.
const told = new URL(import.meta.url).searchParams.get("told");
register("./edit-hooks.mjs", import.meta.url, { data: { edits: JSON.parse(told ?? "[]") } });
