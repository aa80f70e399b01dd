import { v7 } from "uuid";
import { HOURS } from "@/lib/campaigns/hours";
import { imported, named } from "./patients";
import type { Author } from "./threads";

type Home = { accountId: string; numberId: string; admin: Author; companyZone: string; now: Date };

export const UNDER_WAY = "Five tips for clean teeth";

/** With these it is under way for more than ten minutes, and its line is free again after two seconds. */
const READERS = 300;
const PER_SECOND = 0.5;

/** Numbers of the simulated carrier that fail, and whose turn is theirs. */
const FAILING: Readonly<Record<number, string>> = { 12: "+15005550001", 31: "+15005550003", 50: "+15005550009" };

/** British mobile numbers 07700 900000 to 900999 are kept for fiction. */
const phoneOf = (at: number) => FAILING[at] ?? `+447700900${String(at).padStart(3, "0")}`;

/** A campaign that begins with the server, to readers of a newsletter who live where texts may be sent at that hour. */
export function runningRows({ accountId, numberId, admin, companyZone, now }: Home) {
  const [groupId, campaignId, zone] = [v7(), v7(), awakeZone(companyZone, now)];
  const people = Array.from({ length: READERS }, (_, at) => ({
    ...{ id: v7(), phone: phoneOf(at), ...named(at + 1000), timeZone: zone },
  }));
  return {
    ...imported(accountId, people, "newsletter.csv"),
    groups: [{ id: groupId, accountId, name: "Newsletter" }],
    members: people.map(({ id: contactId }) => ({ accountId, groupId, contactId })),
    campaigns: [
      {
        ...{ id: campaignId, accountId, numberId, madeBy: admin.memberId, madeByName: admin.name },
        ...{ name: UNDER_WAY, createdAt: now, frozenAt: now, zones: [zone] },
        ...{ state: "sending" as const, body: BODY },
      },
    ],
    to: [{ accountId, campaignId, groupId }],
    recipients: people.map(({ id: contactId, phone }) => ({ campaignId, accountId, contactId, phone, zone })),
    pace: { numberId, accountId, perSecond: PER_SECOND },
  };
}

const BODY =
  "Hello {first name|there}, our five tips for clean teeth are on harbordental.example. Reply STOP to opt out. Harbor Dental";

/** Together these have an afternoon at any hour. */
const ZONES = ["America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Sydney"];

/** The company's own, or another one where campaigns may send for an hour from now on, on any day of the week. */
export const awakeZone = (companyZone: string, now: Date): string =>
  [companyZone, ...ZONES].find((zone) => isAwake(zone, now)) ?? companyZone;

const [FROM, TO] = [Number.parseInt(HOURS.fromOnSundays, 10), Number.parseInt(HOURS.to, 10)];

function isAwake(timeZone: string, now: Date): boolean {
  const hour = Number(new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", hourCycle: "h23" }).format(now));
  return hour >= FROM && hour < TO - 1;
}
