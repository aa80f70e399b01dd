import { and, eq, sql } from "drizzle-orm";
import { accounts, members, refusedLogins, users } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { type System, shortName, type Visitor } from "../access/viewer";
import { type Change, change, keepBooks } from "../change";
import { nameOf } from "../members/guest-privacy";
import { deviceName } from "./device-name";
import { isUsedUp } from "./login-tries";
import { type Limit, takeTries, triesLeft } from "./throttle";

type Person = { userId: string; firstName: string; lastName: string; email: string };
type Refused = { person: Person; tries: "taken" | "browser" | "person"; isStranger: boolean };

const SOMEBODY: System = { kind: "system", name: "Somebody" };

const refusedTold = (of: string): Limit => ({ name: "told-refused", of, most: 1, minutes: 60 });
const throttledTold = (of: string): Limit => ({ name: "told-throttled", of, most: 1, minutes: 60 });
const emailed = (of: string): Limit => ({ name: "told-by-email", of, most: 1, minutes: 24 * 60 });

/**
 * A login as somebody was refused: for Recent History, once an hour for Activity, and, when strangers have used up the
 * person's tries, once a day by email to them. However many there are, history doesn't fill up.
 */
export async function noteRefused(visitor: Visitor, { person, tries, isStranger }: Refused): Promise<void> {
  const { userId } = person;
  const news = await keepBooks(async (tx) => {
    await count(tx, visitor, { userId, isNew: tries === "taken" });
    const usedUp = isStranger && (await isUsedUp(tx, userId));
    const isNews = async (limit: Limit) => (await triesLeft(tx, limit)) > 0;
    return { refused: await isNews(refusedTold(userId)), throttled: usedUp && (await isNews(throttledTold(userId))) };
  });
  if (news.refused || news.throttled) await change(SOMEBODY, undefined, (c) => tell(c, { visitor, person, news }));
}

/** A row an hour for each address and device. Once the tries are used up no new ones are made. */
function count(tx: WriteTx, { address, userAgent }: Visitor, { userId, isNew }: { userId: string; isNew: boolean }) {
  const row = { userId, address, userAgent, hour: sql`date_trunc('hour', now())` };
  const again = { times: sql`${refusedLogins.times} + 1`, at: sql`now()` };
  const { hour } = refusedLogins;
  const key = [refusedLogins.userId, hour, refusedLogins.address, refusedLogins.userAgent];
  if (isNew) return tx.insert(refusedLogins).values(row).onConflictDoUpdate({ target: key, set: again });
  const same = [
    eq(refusedLogins.userId, userId),
    sql`${hour} = date_trunc('hour', now())`,
    eq(refusedLogins.address, address),
    eq(refusedLogins.userAgent, userAgent),
  ];
  return tx
    .update(refusedLogins)
    .set(again)
    .where(and(...same));
}

type About = { visitor: Visitor; person: Person; news: { refused: boolean; throttled: boolean } };

/** Of two who come with the same news at once, one tells it. */
async function tell(c: Change, { visitor, person, news }: About) {
  const { userId, email } = person;
  const home = await homeOf(c, userId);
  const refused = news.refused && (await takeTries(c.tx, refusedTold(userId), 1));
  const throttled = news.throttled && (await takeTries(c.tx, throttledTold(userId), 1));
  if (!home || !(refused || throttled)) return c.unchanged(undefined);
  const { accountId, memberId, company } = home;
  const subject = { accountId, id: memberId, name: nameOf(person) };
  const from = { device: deviceName(visitor.userAgent), address: visitor.address };
  if (refused) c.record("login.refused", subject, from);
  if (!throttled) return;
  c.record("login.throttled", subject, from);
  if (home.status === "Active" && (await takeTries(c.tx, emailed(userId), 1)))
    await c.mail({ accountId, memberId, email }, { template: "login-attempts", firstName: shortName(person), company });
}

/** The login belongs to one company; the others that the person is in have nothing to do with who tries it. */
async function homeOf(c: Change, userId: string) {
  const [home] = await c.tx
    .select({ memberId: members.id, accountId: members.accountId, company: accounts.name, status: members.status })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.homeAccountId))
    .innerJoin(members, and(eq(members.userId, users.id), eq(members.accountId, accounts.id)))
    .where(eq(users.id, userId));
  return home;
}
