/** What shows nothing of its own: zero-width signs, soft hyphens, fillers, tags, and what turns the reading direction. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** The same without what some scripts and emoji are written with: joiners, variation selectors, marks of a direction. */
const NEVER_NEEDED =
  /(?!\p{Variation_Selector}|\p{Join_Control}|\u200e|\u200f|\u061c)[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Joiners where they shape something: after a sign on a letter, between letters that join, between emoji. */
const JOINER =
  /((?<=\p{M})\p{Join_Control}|(?<=\p{L})(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Join_Control}(?=\p{L})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])\p{Join_Control}(?=\p{Extended_Pictographic}))|\p{Join_Control}/gu;

const LOOSE_SELECTOR = /(?<![\p{Lo}\p{S}\p{Emoji}])\p{Variation_Selector}/gu;

/** A mark of a direction says how signs beside it are read; with nothing on one side it says nothing. It turns no letters round. */
const LOOSE_MARK = /^[\s\u200e\u200f\u061c]+|(?<![\s\u200e\u200f\u061c])[\s\u200e\u200f\u061c]+$/g;

/** More marks than any letter bears: to put a pile of them in order takes time by the square of its height. */
const PILE = /(?<=[\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** Spaces of every width, and signs whose picture is empty: the Braille blank, a note's missing head, blank hieroglyphs. */
const BLANK = /[\p{Zs}\u2800\u{1d159}\u{13441}\u{13442}]+/gu;

/** Private signs are not among them: what one looks like, if like anything, depends on the font. */
const SOMETHING_TO_SEE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * An address or identifier without what nobody sees in it; our own letters put U+200C into addresses so that mail
 * programs make no links of them.
 */
export const visible = (text: string) => text.replace(UNSEEN, "").replace(PILE, "");

/** A name or a label as it is kept: one way to write each letter, nothing hidden in it; "" where there is nothing to see. */
export function visibleName(text: string): string {
  const name = text
    .replace(PILE, "")
    .normalize("NFC")
    .replace(NEVER_NEEDED, "")
    // What was taken out may have stood between two piles, and one mark may be two.
    .replace(PILE, "")
    .normalize("NFC")
    .replace(JOINER, "$1")
    .replace(LOOSE_SELECTOR, "")
    .replace(BLANK, " ")
    .replace(LOOSE_MARK, "");
  return SOMETHING_TO_SEE.test(name) ? name : "";
}
