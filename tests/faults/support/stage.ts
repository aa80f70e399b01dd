import { copyFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { type FakeResend, startFakeResend, tokensIn } from "@/tests/support/resend";
import { given } from "@/tests/support/run/env";
import { startServer, type TestServer } from "@/tests/support/run/server";
import type { Trouble } from "../judge";
import { type Balancer, startBalancer } from "./balancer";
import { type Door, type Told, toldNothing } from "./clients";
import { copyOf, DATABASE, folderIn, type Ground } from "./ground";
import { type Plant, preloaded } from "./plant";
import { planted } from "./planted";
import { type Killable, startKillable } from "./postgres";
import { type Prober, probe } from "./prober";
import { until } from "./until";

/** Where every server and every PostgreSQL of a run writes what it says. */
export const FAULT_LOGS = "test-results/fault-logs";

/** `short` is for `npm test`; `twin` is just long enough for a planted bug to show. */
export type How = { length: "full" | "short" | "twin"; ground: Ground; seed: number; plant?: Plant };

export type Portal = {
  url: string;
  cookie: string;
  output: () => string;
  /** Ends all its processes with -9 and starts it again on its port, as its sources are; resolves when it answers. */
  crash: (meanwhile?: () => Promise<void>) => Promise<void>;
  /** Ends it for good, as SIGTERM does. */
  stop: () => Promise<void>;
};

export type Stage = {
  how: How;
  sql: postgres.Sql;
  database: Killable;
  provider: FakeResend;
  portals: Portal[];
  portal: Portal;
  /** What stands before the servers, where something does. */
  balancer?: Balancer;
  prober: Prober;
  told: Told;
  troubles: Trouble[];
  close: () => Promise<void>;
};

type Wishes = {
  name: string;
  /** For each server its own settings. */
  servers?: Record<string, string>[];
  settings?: Record<string, string>;
  postgres?: Record<string, string>;
  /** The checkout that each server runs from, if not this one. */
  checkouts?: (string | undefined)[];
  /** People ask a balancer, which picks a server at random. */
  balanced?: true;
  /** Where the cluster lies, if not just anywhere. */
  folder?: string;
};

/** A whole Lineup for one scenario: PostgreSQL, provider, servers, somebody who looks. Close it, whatever happens. */
export async function openStage(how: How, wishes: Wishes): Promise<Stage> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each().catch(() => undefined);
  };
  try {
    const folder = wishes.folder ?? folderIn(how.ground.folder, wishes.name);
    copyOf(how.ground, folder);
    const database = await startKillable(folder, DATABASE, wishes.postgres);
    closers.push(async () =>
      copyFileSync(database.log, path.join(FAULT_LOGS, `${path.basename(folder)}-postgres.log`)),
    );
    closers.push(database.stop);
    const ours = new URL(`/${DATABASE}`, database.adminUrl).href;
    const sql = postgres(ours, { max: 1, backoff: () => 0.1, connect_timeout: 2, onnotice: () => {} });
    closers.push(() => sql.end({ timeout: 1 }));
    if (how.plant?.sql) await sql.unsafe(how.plant.sql);
    const provider = await startFakeResend();
    closers.push(provider.close);
    closers.push(async () => how.ground.tokens.push(...tokensIn(provider.emails)));
    const settings = {
      DATABASE_URL: database.url,
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: provider.url,
      RESEND_RATE: "50",
      ...wishes.settings,
    };
    const balancer = wishes.balanced && (await startBalancer(how.seed));
    if (balancer) {
      closers.push(balancer.close);
      Object.assign(settings, { APP_URL: balancer.url, TRUST_PROXY: "1" });
    }
    const bugs = how.plant?.edits && (await planted(how.plant.edits));
    if (bugs) closers.push(async () => bugs.remove());
    const troubles: Trouble[] = [];
    const open = async (own: Record<string, string>, at: number) => {
      const lived = { ...settings, ...own, NODE_OPTIONS: nodeOptions(how, own) };
      const folder = wishes.checkouts?.[at];
      const opened = await openPortal(lived, { ground: how.ground, troubles, folder, program: bugs?.program });
      closers.push(opened.portal.stop);
      balancer?.ports.splice(at, 0, opened.port);
      return balancer ? { ...opened.portal, url: balancer.url } : opened.portal;
    };
    const [portal, ...others] = await Promise.all(serversFor(how, wishes).map(open));
    if (!portal) throw new Error("a stage needs a server");
    for (const each of balancer ? [] : [portal, ...others]) await warm(each);
    const prober = probe(portal, BETWEEN_LOOKS[how.length]);
    closers.push(prober.stop);
    return {
      how,
      sql,
      database,
      provider,
      portal,
      portals: [portal, ...others],
      ...(balancer && { balancer }),
      prober,
      told: toldNothing(),
      troubles,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const serversFor = ({ plant }: How, { servers = [{}] }: Wishes) =>
  servers.map((own, at) => (at === servers.length - 1 ? { ...own, ...plant?.settings } : own));

const nodeOptions = ({ length }: How, own: Record<string, string>) =>
  [length !== "full" && preloaded("one-core.mjs", true), own.NODE_OPTIONS, given("NODE_OPTIONS")]
    .filter(Boolean)
    .join(" ");

/** Milliseconds: where nothing is measured, the machine has other things to do as well. */
const BETWEEN_LOOKS = { full: 200, short: 600, twin: 600 };

/**
 * A page's code is loaded when it is first asked for: by one before all come at once, whom a busy machine would keep
 * waiting for longer than any page may take.
 */
async function warm({ url, cookie }: Door): Promise<void> {
  await until(async () => (await fetch(`${url}/login`)).ok);
  for (const path of ["/admin/users", "/admin/users/new", "/admin/users/invite"])
    await until(async () => (await fetch(url + path, { headers: { cookie } })).ok);
}

type Settings = Record<string, string>;

type Place = { ground: Ground; troubles: Trouble[]; folder: string | undefined; program: string | undefined };

/** When it is started again, it is without its bug, which has then done its work: what it lost stays lost. */
async function openPortal(settings: Settings, { ground: { cookie }, troubles, folder, program }: Place) {
  const state: { server: TestServer; stopped: boolean } = {
    server: await startServer(settings, { logs: FAULT_LOGS, folder, program }),
    stopped: false,
  };
  const { url, port } = state.server;
  const crash = async (meanwhile?: () => Promise<void>) => {
    const from = Date.now();
    await state.server.kill();
    await meanwhile?.();
    if (state.stopped) return;
    state.server = await startServer(settings, { port, logs: FAULT_LOGS, folder });
    troubles.push({ kind: "server", from, to: Date.now() });
  };
  const stop = async () => {
    state.stopped = true;
    await state.server.stop();
  };
  const portal: Portal = { url, cookie, output: () => state.server.output(), crash, stop };
  return { portal, port };
}
