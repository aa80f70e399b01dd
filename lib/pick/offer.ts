import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { searchIn } from "../text/search";
import { type Choice, type From, type Offer, readFrom } from "./choice";
import { sources } from "./sources";

/** A list with more choices than these is no help, and a heavy page. */
const MOST = 100;

type Wanted = {
  from: From;
  /** What is chosen so far. */
  chosen?: string | null | undefined;
  /** What was looked for where there are too many to list, and no script to ask for them. */
  find?: string | undefined;
};

/** What a picker begins with. */
export async function offer(viewer: Viewer, { from, chosen, find = "" }: Wanted): Promise<Offer> {
  const read = readFrom(from);
  if (!read) return { from, choices: [], isWhole: true };
  const { kind, about } = read;
  const all = await sources[kind].whole(viewer, { most: MOST + 1, about });
  if (all.length <= MOST) return { from, choices: all, isWhole: true };
  const choices = await findOrKeep(viewer, { from, find, chosen: chosen ?? "" });
  return { from, choices, isWhole: false, find };
}

/** What is chosen, and what is found by these words. */
export async function findOrKeep(viewer: Viewer, wanted: { from: string; find: string; chosen: string }) {
  const read = readFrom(wanted.from);
  if (!read) return [];
  const [source, { about }] = [sources[read.kind], read];
  const value = z.uuid().safeParse(wanted.chosen).data;
  const search = searchIn(wanted.find);
  const kept: Choice[] = value ? await source.one(viewer, { value, about }) : [];
  const found = search ? await source.find(viewer, { search, skip: 0, most: MOST, about }) : [];
  return [...kept, ...found.filter((choice) => choice.value !== value)];
}
