import type { Viewer } from "../access/viewer";
import type { Choice } from "./choice";

type About = { about: string | undefined };
export type Wanted = About & { search: string; skip: number; most: number };

/** Where choices come from: those with some words in them, best first; the one of a value; all, as a list shows them. */
export type Source = {
  find: (viewer: Viewer, wanted: Wanted) => Promise<Choice[]>;
  one: (viewer: Viewer, wanted: About & { value: string }) => Promise<Choice[]>;
  whole: (viewer: Viewer, wanted: About & { most: number }) => Promise<Choice[]>;
};
