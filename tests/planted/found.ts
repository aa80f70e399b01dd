import type { Planted } from "./planted";

/** Bugs that one file of tests finds; `only`: by which of them. */
export const found =
  (test: string) =>
  (says: string, only: string, bug: Pick<Planted, "file" | "find" | "put">): Planted => ({
    ...{ says, only, ...bug },
    tests: [test],
  });
