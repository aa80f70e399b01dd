import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { campaignGroups, campaigns } from "@/db/schema";
import { writeDb } from "@/db/write";
import { freezeNext } from "@/lib/campaigns/send/freeze";
import { say } from "../../say";
import { postmaster } from "../budget/processes";
import { cpuMsOf, ownCpuMsOf } from "../load";
import { type Door, looking, p95 } from "../looking";
import type { BenchCarrier } from "./carrier";
import type { ContactsCompany } from "./company";

/** A million recipients are written down in so many seconds. */
const FREEZE_SECONDS = 60;

const SECONDS = 10;
const TIMES = 2;

/** So long it leaves with nobody looking. */
const ALONE_MS = 5000;

/** As fast as any carrier lets a line be: more than we reach. */
const PER_SECOND = 2000;

/** A campaign to everybody, its recipients written down as the worker does it; then it waits. */
export async function frozenCampaign(company: ContactsCompany): Promise<{ id: string; missed: string[] }> {
  const { accountId, line: numberId, memberId: madeBy, groups, contacts } = company;
  const id = v7();
  const campaign = { id, accountId, numberId, name: "Everybody", body: "Good news, {first name|there}." };
  await writeDb.insert(campaigns).values({ ...campaign, madeBy, madeByName: "Cleo Bench", state: "sending" });
  await writeDb.insert(campaignGroups).values({ accountId, campaignId: id, groupId: groups.all });
  const began = performance.now();
  while (await freezeNext()) {}
  const seconds = (performance.now() - began) / 1000;
  await turn(id, "paused");
  await writeDb.execute(sql`vacuum (analyze) campaign_recipients, campaigns`);
  const most = (FREEZE_SECONDS * contacts) / 1_000_000;
  say(`${contacts.toLocaleString("en")} recipients are written down in ${seconds.toFixed(1)} s of ${most.toFixed(1)}`);
  return { id, missed: seconds > Math.max(most, 5) ? ["writing down a campaign's recipients"] : [] };
}

const turn = (id: string, state: "paused" | "sending") =>
  writeDb.execute(sql`update campaigns set state = ${state} where id = ${id}`);

/** `pid`: of the launcher, in which the worker is. */
type Sending = { id: string; line: string; pid: number };

/** A campaign by itself; then its own page, Users and the Inbox while it is sent, against the same pages before. */
export async function measureSending(door: Door, carrier: BenchCarrier, { id, line, pid }: Sending) {
  const pages = { "a campaign's page": `/campaigns/${id}`, Users: "/admin/users", "the Inbox": "/inbox?view=all" };
  const all = async () => Promise.all(Object.values(pages).map((path) => looking(door, path, SECONDS)));
  await all();
  const before = (await all()).map(p95);
  await writeDb.execute(sql`insert into line_pace (number_id, account_id, per_second)
    select id, account_id, ${PER_SECOND} from numbers where id = ${line}
    on conflict (number_id) do update set per_second = excluded.per_second`);
  await turn(id, "sending");
  await until(async () => (await carrier.taken()) > 0);
  const alone = await rateOf(carrier, pid, () => sleep(ALONE_MS));
  say(`A campaign leaves at ${alone.perSecond.toFixed(0)} texts a second by itself; CPU of each: ${alone.shares}`);
  let during: number[] = [];
  const beside = await rateOf(carrier, pid, async () => {
    during = (await all()).map(p95);
  });
  await turn(id, "paused");
  say(`Beside pages that are looked at: ${beside.perSecond.toFixed(0)} a second`);
  return Object.keys(pages).flatMap((name, at) => {
    const [idle = 0, busy = 0] = [before[at], during[at]];
    say(`${name} meanwhile: p95 ${busy.toFixed(0)} ms, before ${idle.toFixed(0)} ms, of ${TIMES} times`);
    return busy > idle * TIMES ? [`${name} while a campaign is sent`] : [];
  });
}

/** How many texts the carrier takes a second meanwhile, and what each costs those who have a part in it. */
async function rateOf(carrier: BenchCarrier, pid: number, meanwhile: () => Promise<void>) {
  const database = await postmaster();
  const spent = () => [ownCpuMsOf(pid), cpuMsOf(database) ?? Number.NaN, cpuMsOf(carrier.pid) ?? Number.NaN];
  const [taken, began, before] = [await carrier.taken(), performance.now(), spent()];
  await meanwhile();
  const texts = (await carrier.taken()) - taken;
  const perSecond = texts / ((performance.now() - began) / 1000);
  const each = spent().map((ms, at) => ((ms - (before[at] ?? 0)) / texts).toFixed(2));
  return { perSecond, shares: `worker ${each[0]} ms, PostgreSQL ${each[1]} ms, the carrier ${each[2]} ms` };
}

async function until(isSo: () => Promise<boolean>) {
  for (const end = Date.now() + 60_000; !(await isSo()) && Date.now() < end; ) await sleep(100);
  if (!(await isSo())) throw new Error("the campaign does not leave");
}
