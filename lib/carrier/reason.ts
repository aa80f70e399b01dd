import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { NO_CODE, OTHER_SENTENCE, SENTENCES } from "./codes";

/** `reasonOf`, in the statement that finds the text. */
export const reasonIn = (code: SQLWrapper): SQL =>
  sql`case when ${code} is null then ${NO_CODE}::text ${sql.join(
    Object.entries(SENTENCES).map(([each, says]) => sql`when ${code} = ${Number(each)}::int then ${says}::text`),
    sql` `,
  )} else format(${OTHER_SENTENCE}::text, ${code}) end`;
