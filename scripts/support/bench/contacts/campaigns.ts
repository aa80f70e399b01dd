import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { campaignGroups, campaigns } from "@/db/schema";
import { writeDb } from "@/db/write";
import { freezeNext } from "@/lib/campaigns/send/freeze";
import { say } from "../../say";
import { cpuMsOf, ownCpuMsOf } from "../load";
import { type Door, looking, p95 } from "../looking";
import type { BenchCarrier } from "./carrier";
import type { ContactsCompany } from "./company";

/** A million recipients are written down in so many seconds. */
const FREEZE_SECONDS = 60;

const SECONDS = 10;
const TIMES = 2;

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

/** The campaign's own page, Users and the Inbox while it is sent, against the same pages before. */
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
  const [sent, began, cpu] = [await carrier.taken(), performance.now(), workerMs(pid)];
  const during = (await all()).map(p95);
  const texts = (await carrier.taken()) - sent;
  const each = (workerMs(pid) - cpu) / texts;
  const perSecond = texts / ((performance.now() - began) / 1000);
  await turn(id, "paused");
  say(
    `A campaign leaves at ${perSecond.toFixed(0)} texts a second, for ${each.toFixed(2)} ms of the worker's CPU each`,
  );
  return Object.keys(pages).flatMap((name, at) => {
    const [alone = 0, beside = 0] = [before[at], during[at]];
    say(`${name} meanwhile: p95 ${beside.toFixed(0)} ms, before ${alone.toFixed(0)} ms, of ${TIMES} times`);
    return beside > alone * TIMES ? [`${name} while a campaign is sent`] : [];
  });
}

/** Nothing where the system does not tell. */
const workerMs = (pid: number) => (cpuMsOf(pid) === undefined ? Number.NaN : ownCpuMsOf(pid));

async function until(isSo: () => Promise<boolean>) {
  for (const end = Date.now() + 60_000; !(await isSo()) && Date.now() < end; ) await sleep(100);
  if (!(await isSo())) throw new Error("the campaign does not leave");
}
