import { productNames, roleNames } from "../access/permissions";
import { weekStarts } from "../text/week";

/** Values that stand for something people know by another name. */
export const valueNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleNames,
  userType: roleNames,
  products: productNames,
  autoReplace: { off: "off", table: "the company's table", all: "every sign to its nearest" },
  clock: { "12": "12 hours", "24": "24 hours" },
  weekStart: weekStarts,
};
