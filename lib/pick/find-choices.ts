import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { searchIn } from "../text/search";
import { type Choice, readFrom } from "./choice";
import { sources } from "./sources";

/** So many at a time. */
const STEP = 20;

/** What a picker asks for, as an address has it; nonsense looks for nothing. */
export const PickWish = z.object({
  from: z.string().transform(readFrom).catch(undefined),
  search: z.string().transform(searchIn).catch(""),
  skip: z.coerce.number().int().min(0).max(1000).catch(0),
});

/** The next twenty to pick from, within what the viewer may do with them. */
export async function findChoices(viewer: Viewer, { from, search, skip }: z.output<typeof PickWish>) {
  if (!from) return { choices: [], hasMore: false };
  const { kind, about } = from;
  const found: Choice[] = await sources[kind].find(viewer, { search, skip, most: STEP + 1, about });
  return { choices: found.slice(0, STEP), hasMore: found.length > STEP };
}
