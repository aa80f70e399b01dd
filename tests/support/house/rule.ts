import type { House } from "./house";

/** A rule of the house: what breaks it, one line each, and a few planted files that do, to show that it can fail. */
export type Rule = {
  says: string;
  breaches: (house: House) => string[];
  planted: Record<string, string>;
};
