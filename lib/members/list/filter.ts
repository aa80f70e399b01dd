import { and, eq, type SQL, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { assignedUnder } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { isInvitationLost } from "../../invitations/newest-mail";
import { type invitationFilters, isStatus, type ListFilter, type StatusFilter } from "./list-query";
import { matching } from "./search";

/** How they read telephone numbers, and until when it is today. */
type Asker = Pick<Viewer, "country" | "timeZone">;

/** Who fits what is asked for; whoever asks adds whom they may see at all. */
export const fitting = (asker: Asker, { search, status, role, group, product }: ListFilter): SQL | undefined =>
  and(
    status ? ofStatus(status, asker.timeZone) : undefined,
    // Copies on the member, which statistics are kept of: a rare role is found by its index, a common one on the way.
    role ? sql`${members.roles} @> array[${role}]` : undefined,
    group ? assignedUnder(group) : undefined,
    product ? sql`${members.products} @> array[${product}]` : undefined,
    matching(search, asker),
  );

const ofStatus = (status: StatusFilter, zone: string) =>
  isStatus(status) ? eq(members.status, status) : and(eq(members.status, "Pending"), invited(zone)[status]);

/** What is so of an invitation, by when it ends: `expires`. */
export const endsBy = (expires: SQL, zone: string) => ({
  Waiting: sql`${expires} > now()`,
  "Expires today": sql`${expires} > now() and ${expires} <= (date_trunc('day', now() at time zone ${zone}) + interval '1 day') at time zone ${zone}`,
  Expired: sql`${expires} <= now()`,
});

/**
 * By the link in their newest invitation, the only one that is neither used nor revoked. Asked person by person, by its
 * index, rather than of all links at once.
 */
const invited = (zone: string): Record<(typeof invitationFilters)[number], SQL> => {
  const link = (ends: SQL) => sql`(select ${ends} from links live where live.member_id = ${members.id}
    and live.purpose = 'invitation' and live.used_at is null and live.revoked_at is null)`;
  const ends = endsBy(sql`live.expires_at`, zone);
  return {
    Waiting: link(ends.Waiting),
    "Expires today": link(ends["Expires today"]),
    Expired: link(ends.Expired),
    Bounced: isInvitationLost(members.id),
  };
};
