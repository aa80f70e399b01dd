import { formatNumber } from "../numbers/format-number";

/** As lists and headings call somebody of whom only the number is known. */
export const shownName = ({ name, phone }: { name: string; phone: string }) =>
  name === phone ? formatNumber(phone) : name;

/** What stands in the place of who was erased, and of what was said with them. */
export const ERASED = "Erased";

/** A number begins with +; the mark in its place is none. */
export const isErased = ({ phone }: { phone: string }) => phone.startsWith(`${ERASED} `);
