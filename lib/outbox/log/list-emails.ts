import { and, type SQL, sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { matching } from "../../members/list/search";
import { packCursor } from "../../paging";
import { asciiAddress } from "../../text/address";
import type { EmailQuery, EmailStateFilter } from "./email-query";
import { type EmailRow, rowOf } from "./email-row";
import { amongThose, type Emails, emailsSeenBy } from "./email-scope";
import { emailsStatement, SIZE } from "./emails-statement";

export type EmailPage = {
  rows: EmailRow[];
  /** Values for `before=` and `after=`. */
  previous: string | null;
  next: string | null;
};

/** A page of the email log, newest first. What an email says, its link above all, is never asked for. */
export async function listEmails(viewer: Viewer, query: EmailQuery): Promise<EmailPage> {
  const { from } = query;
  const backwards = from === "last" || (typeof from === "object" && "before" in from);
  const found = await emailsStatement(viewer, { ...(await asked(viewer, query)), from: neighbour(from), backwards });
  const more = found.length > SIZE;
  const rows = found.slice(0, SIZE).map((email) => rowOf(viewer, email));
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (backwards ? more : from !== "first") ? cursorAt(first) : null,
    next: last && (backwards ? from !== "last" : more) ? cursorAt(last) : null,
  };
}

const cursorAt = ({ at, id }: EmailRow) => packCursor({ key: [at.toISOString()], id, place: null });

const neighbour = (from: EmailQuery["from"]) =>
  typeof from === "string" ? null : "after" in from ? from.after : from.before;

/** Written out, not as parameters: each is the very condition of a partial index. */
const CONDITIONS: Record<EmailStateFilter, SQL> = {
  waiting: sql`${outbox.state} = 'queued'`,
  undelivered: sql`(${outbox.state} = 'failed' or ${outbox.lost} is not null)`,
  undecided: sql`${outbox.state} = 'failed' and ${outbox.decidedAt} is null`,
};

/** Everything that the viewer may see and the query asks for. */
export async function asked(viewer: Viewer, { state, to }: EmailQuery): Promise<Emails> {
  // Also an address that nobody here has any more: of someone deleted, or from before it was corrected.
  const toAddress = sql`lower(${outbox.to}) = lower(${asciiAddress(to) ?? to})`;
  const seen = await emailsSeenBy(viewer);
  const named = to ? await amongThose(viewer, matching(to, viewer), toAddress) : undefined;
  return {
    where: and(seen.where, named?.where, state ? CONDITIONS[state] : undefined),
    few: seen.few || (named?.few ?? false),
  };
}
