import { and, type SQL, sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { matching } from "../../members/list/search";
import { isBackwards, neighbourOf, type Page, turnedTo } from "../../paging";
import { asciiAddress } from "../../text/address";
import type { EmailQuery, EmailStateFilter } from "./email-query";
import { type EmailRow, rowOf } from "./email-row";
import { amongThose, type Emails, emailsSeenBy } from "./email-scope";
import { emailsStatement, SIZE } from "./emails-statement";

/** A page of the email log, newest first. What an email says, its link above all, is never asked for. */
export async function listEmails(viewer: Viewer, query: EmailQuery): Promise<Page<EmailRow>> {
  const { from } = query;
  const way = { from: neighbourOf(from), backwards: isBackwards(from) };
  const found = await emailsStatement(viewer, { ...(await emailsAskedFor(viewer, query)), ...way });
  const { rows, ...beside } = turnedTo(found, { from, size: SIZE, cursorOf });
  return { rows: rows.map((email) => rowOf(viewer, email)), ...beside };
}

const cursorOf = ({ at, id }: { at: Date; id: string }) => ({ key: [at.toISOString()], id, place: null });

/** Written out, not as parameters: each is the very condition of a partial index. */
const CONDITIONS: Record<EmailStateFilter, SQL> = {
  waiting: sql`${outbox.state} = 'queued'`,
  undelivered: sql`(${outbox.state} = 'failed' or ${outbox.lost} is not null)`,
  undecided: sql`${outbox.state} = 'failed' and ${outbox.decidedAt} is null`,
};

/** Everything that the viewer may see and the query asks for. */
export async function emailsAskedFor(viewer: Viewer, { state, to }: EmailQuery): Promise<Emails> {
  // Also an address that nobody here has any more: of someone deleted, or from before it was corrected.
  const toAddress = sql`lower(${outbox.to}) = lower(${asciiAddress(to) ?? to})`;
  const seen = await emailsSeenBy(viewer);
  const named = to ? await amongThose(viewer, matching(to, viewer), toAddress) : undefined;
  return {
    where: and(seen.where, named?.where, state ? CONDITIONS[state] : undefined),
    few: seen.few || (named?.few ?? false),
  };
}
