import { anything } from "../fields";

/** A link's token as a form sends it back. Whatever it is not is a link of nobody's: the verb says so. */
export const token = anything.transform((sent) => (typeof sent === "string" && sent.length <= 100 ? sent : ""));
