import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { accounts, campaigns, groups, members, roleAssignments, users } from "@/db/schema";
import { rolesWith } from "../../access/permissions";
import { type System, shortName } from "../../access/viewer";
import { type Change, change } from "../../change";
import { env } from "../../env";
import { audienceOf } from "../audience";
import { CAMPAIGNS } from "../campaigns-query";
import { LINEUP } from "../lineup";
import { type PausedBecause, pausedWords } from "../paused-words";

type Why = { id: string; because: SQL<PausedBecause>; count: SQL<number | null>; where?: SQL; from?: SQL };

/** Pauses a campaign that is being sent, on a condition; whoever made it and the Admins are told why. True when it was. */
export const pauseByItself = (actor: System, { id, because, count, where, from }: Why): Promise<boolean> =>
  change(actor, undefined, async (c) => {
    const which = and(eq(campaigns.id, id), eq(campaigns.state, "sending"), where);
    const [paused] = await c.tx.execute<Paused>(sql`
      update campaigns set state = 'paused', paused_because = ${because}, paused_count = ${count} ${from ? sql`from ${from}` : sql``}
      where ${which}
      returning campaigns.id, campaigns.account_id as "accountId", campaigns.name, campaigns.paused_because as because,
        campaigns.paused_count as count, campaigns.judged_from as "judgedFrom", campaigns.made_by as "madeBy",
        campaigns.made_by_name as "madeByName"`);
    if (!paused) return c.unchanged(false);
    const why = pausedWords(paused);
    c.record("campaign.paused", paused, { why });
    await tell(c, paused, why);
    return true;
  });

type Paused = {
  id: string;
  accountId: string;
  name: string;
  because: string;
  count: number | null;
  judgedFrom: string | null;
  madeBy: string;
  madeByName: string;
};

const isAdmin = sql`exists (select from ${roleAssignments} join ${groups} on ${groups.id} = ${roleAssignments.groupId}
  where ${roleAssignments.memberId} = ${members.id} and ${groups.parentId} is null
    and ${inArray(roleAssignments.role, [...rolesWith("users.manage")])})`;

/** Whoever made it, if they are still here, and the Admins of the whole company. */
async function tell(c: Change, { id, accountId, name, madeBy }: Paused, why: string) {
  const people = await c.tx
    .select({
      memberId: members.id,
      email: users.email,
      firstName: users.firstName,
      lastName: users.lastName,
      company: accounts.name,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.accountId, accountId), eq(members.status, "Active"), or(eq(members.id, madeBy), isAdmin)));
  const url = `${env().appUrl}${CAMPAIGNS}/${id}`;
  await c.mailAll(
    people.map(({ memberId, email, company, ...person }) => ({
      to: { accountId, memberId, email },
      letter: { template: "campaign-paused", firstName: shortName(person), company, campaign: name, why, url },
    })),
  );
}

/** More came into its groups since it was scheduled than the company lets go on one person's word. */
export const pauseUnconfirmed = (id: string): Promise<boolean> =>
  pauseByItself(LINEUP, {
    id,
    because: sql<PausedBecause>`'unconfirmed'`,
    count: sql<number>`a.confirm_above`,
    from: sql`accounts a`,
    where: sql`a.id = campaigns.account_id and a.confirm_above is not null and campaigns.confirmed_by is null and campaigns.frozen_up_to is null
      and (select count(*) from (select from (${audienceOf(sql`campaigns.id`)}) audience where left_out is null
        limit a.confirm_above + 1) counted) > a.confirm_above`,
  });
