import { and, eq, type SQL, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { assignedUnder } from "../../access/scope";
import type { Home } from "../../numbers/countries";
import type { ListFilter, StatusFilter } from "./list-query";
import { matching } from "./search";

/** Who fits what is asked for; whoever asks adds whom they may see at all. */
export const fitting = (home: Home, { search, status, role, group, product }: ListFilter): SQL | undefined =>
  and(
    status ? ofStatus(status) : undefined,
    // Copies on the member, which statistics are kept of: a rare role is found by its index, a common one on the way.
    role ? sql`${members.roles} @> array[${role}]` : undefined,
    group ? assignedUnder(group) : undefined,
    product ? sql`${members.products} @> array[${product}]` : undefined,
    matching(search, home),
  );

const ofStatus = (status: StatusFilter) =>
  status === "Expired" ? and(eq(members.status, "Pending"), hasExpired) : eq(members.status, status);

/**
 * The link in their newest invitation, the only one that is neither used nor revoked. Asked person by person, by its index,
 * rather than of all links at once.
 */
const hasExpired = sql`(select live.expires_at <= now() from links live where live.member_id = ${members.id}
  and live.purpose = 'invitation' and live.used_at is null and live.revoked_at is null)`;
