/** Zero-width spaces and joiners, word joiner, byte order mark, soft hyphen: they come along when text is copied. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/**
 * An address or identifier without what nobody sees in it; our own letters put U+200C into addresses so that mail
 * programs make no links of them. Not for names: scripts and emoji need their joiners.
 */
export const visible = (text: string) => text.replace(INVISIBLE, "");

/** A name keeps the joiners, unless there is nothing else. */
export const visibleName = (text: string) =>
  visible(text).trim() === "" ? "" : text.replace(/[\u200b\u2060\ufeff\u00ad]/g, "");
