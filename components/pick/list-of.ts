import type { Choice, Offer } from "@/lib/pick/choice";

/** All there is, as choices or as one text (see ../form/fields/options.tsx); or an offer that the server adds to. */
export type Given = Omit<Offer, "from" | "choices"> & { from?: Offer["from"]; choices: readonly Choice[] | string };

/** `depth`: how far it is set in. */
export type Entry = Choice & { depth?: number };

const IN = "\u2003";

/** Each with a name of its own: of a tree that is set in, the groups above are its note, but for the one above all. */
export function listOf({ choices }: Pick<Given, "choices">): readonly Entry[] {
  const all = typeof choices === "string" ? choices.split("\n").map(line) : choices;
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

function line(text: string): Choice {
  const [value = "", label = ""] = text.split("\t");
  return { value, label };
}

/** How it stands in the field once it is picked: unlike others of its name. */
export const pickedWords = ({ label, note }: Choice) => (note ? `${note} ▸ ${label}` : label);
