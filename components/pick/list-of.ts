import type { Choice, Offer } from "@/lib/pick/choice";

/** All there is, or an offer that the server adds to. */
export type Given = Omit<Offer, "from"> & {
  from?: Offer["from"];
  /** What each is found by, where that is more than its words. */
  named?: (choice: Choice, asked: string) => readonly string[];
  /** Makes the names known that take a while to work out. */
  learn?: () => Promise<void>;
};

/** `depth`: how far it is set in. */
export type Entry = Choice & { depth?: number };

const IN = "\u2003";

/** Each with a name of its own: of a tree that is set in, the groups above are its note, but for the one above all. */
export function listOf({ choices: all }: Pick<Given, "choices">): readonly Entry[] {
  if (!all.some(({ label }) => label.startsWith(IN))) return all;
  const hasOneTop = all.filter(({ label }) => !label.startsWith(IN)).length === 1;
  const above: string[] = [];
  return all.map((choice) => {
    const label = choice.label.replaceAll(IN, "");
    const depth = choice.label.length - label.length;
    const note = above.slice(hasOneTop ? 1 : 0, depth).join(" ▸ ");
    above.splice(depth, above.length, label);
    return { ...choice, label, depth, ...(note && { note }) };
  });
}

/** How it stands in the field once it is picked: unlike others of its name. */
export const pickedWords = ({ label, note }: Choice) => (note ? `${note} ▸ ${label}` : label);
