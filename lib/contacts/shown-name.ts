import { formatNumber } from "../numbers/format-number";

/** As lists and headings call somebody of whom only the number is known. */
export const shownName = ({ name, phone }: { name: string; phone: string }) =>
  name === phone ? formatNumber(phone) : name;
