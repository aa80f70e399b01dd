import { readFileSync } from "node:fs";

/** A file that is small and ours. Node names no file when it turns out to be a folder. */
export function readKept(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  }
}
