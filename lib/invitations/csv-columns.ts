import { visible } from "../invisible";

/** The columns of the CSV, as documented on the page and in the template, with other names that people give them. */
export const csvColumns = {
  email: { title: "email", others: ["e-mail", "email address", "e-mail address", "mail", "work email"] },
  firstName: { title: "first name", others: ["firstname", "first", "given name"] },
  lastName: { title: "last name", others: ["lastname", "last", "surname", "family name"] },
  roles: { title: "roles", others: ["role", "user type"] },
  group: { title: "group", others: ["groups", "location", "group path"] },
  products: { title: "products", others: ["product"] },
  lines: { title: "lines", others: ["line", "numbers", "number", "sms numbers", "sms number", "default number"] },
} as const;

export type CsvColumn = keyof typeof csvColumns;

export const csvColumnNames = Object.keys(csvColumns) as CsvColumn[];

const known = new Map<string, CsvColumn>(
  Object.entries(csvColumns).flatMap(([column, { title, others }]) =>
    [title, ...others].map((name) => [name, column as CsvColumn] as const),
  ),
);

/** Which column a heading means, whatever its case and spacing; undefined for one of somebody else's. */
export const columnOf = (heading: string): CsvColumn | undefined =>
  known.get(
    visible(heading)
      .toLowerCase()
      .replace(/[\s_]+/g, " ")
      .trim(),
  );
