import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, campaigns, members, users } from "@/db/schema";
import { fullName, shortName, type Viewer } from "../access/viewer";
import type { Change } from "../change";
import { env } from "../env";
import { Refused } from "../errors";
import type { Reader } from "../reader";
import { CAMPAIGNS } from "./campaigns-query";
import { hasLine, managesOn } from "./managers";
import { type Writers, writersOf } from "./writers";

type Written = { id: string; accountId: string; numberId: string; name: string } & Writers;
/** Above how many recipients the company wants a second person's word; null: it never does. */
async function confirmAboveOf(reader: Reader, accountId: string): Promise<number | null> {
  const [account] = await reader
    .select({ above: accounts.confirmAbove })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return account?.above ?? null;
}

export async function wantsSecondPerson(reader: Reader, about: { accountId: string; recipients: number }) {
  const above = await confirmAboveOf(reader, about.accountId);
  return above !== null && about.recipients > above;
}

const othersThan = (reader: Reader, { accountId, numberId, ...campaign }: Omit<Written, "id" | "name">, most: number) =>
  reader
    .select({
      memberId: members.id,
      ...{ firstName: users.firstName, lastName: users.lastName, email: users.email },
      company: accounts.name,
      hasLine: hasLine(numberId),
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.accountId, accountId), notInArray(members.id, writersOf(campaign)), managesOn(numberId)))
    .orderBy(asc(members.nameKey), asc(members.id))
    .limit(most);

/** So many at most are told by email. */
const MOST_TOLD = 200;

/** Asks all who may, once: of the question is told who asks, and in how many's name. */
export async function askSecondPerson(
  c: Change,
  viewer: Viewer,
  campaign: Written & { askedAt: Date | null },
  recipients: number,
) {
  const { id, accountId, name, askedAt } = campaign;
  if (askedAt) throw new Refused("It waits for somebody else to confirm it.");
  const others = await othersThan(c.tx, { ...campaign, askedBy: viewer.memberId }, MOST_TOLD);
  if (others.length === 0)
    throw new Refused("Somebody else has to confirm it, and nobody else may send campaigns from this line.");
  const by = { askedBy: viewer.memberId, askedByName: fullName(viewer), askedAt: sql`now()` };
  await c.tx.update(campaigns).set(by).where(eq(campaigns.id, id));
  const asks = { template: "campaign-asked", person: fullName(viewer), campaign: name } as const;
  const url = `${env().appUrl}${CAMPAIGNS}/${id}`;
  await c.mailAll(
    others.map(({ memberId, email, company, hasLine: _, ...person }) => ({
      to: { accountId, memberId, email },
      letter: { ...asks, firstName: shortName(person), company, recipients: String(recipients), url },
    })),
  );
  c.record("campaign.confirmation-asked", campaign);
  return { id, name, state: "asked" as const };
}

/**
 * Above how many a campaign of the viewer's company wants a second person, and who that may be: by name those who have its
 * line, as the Inbox names them; and whether there is somebody who looks after it.
 */
export async function secondPeople(viewer: Viewer, campaign: Writers & { numberId: string }) {
  const above = await confirmAboveOf(db, viewer.accountId);
  if (above === null) return null;
  const askedBy = campaign.askedBy ?? viewer.memberId;
  const others = await othersThan(db, { ...campaign, askedBy, accountId: viewer.accountId }, MOST_TOLD);
  const named = others.filter(({ hasLine }) => hasLine).map(fullName);
  return { above, names: named.slice(0, 10), hasMore: named.length > 10 || others.some(({ hasLine }) => !hasLine) };
}
