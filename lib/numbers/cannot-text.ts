import { type SQL, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { matrix } from "../access/permissions";

/** What somebody with a line lacks to text from it: the product, or any role that sends messages. */
export type CannotText = "product" | "role" | null;

const { product, roles } = matrix["messages.send"];

/** Of a member, in a query of members. */
export const cannotText: SQL<CannotText> = sql`case
  when not ${members.products} @> array[${product}]::text[] then 'product'
  when not ${members.roles} && ${sql.param([...roles])}::text[] then 'role' end`;
