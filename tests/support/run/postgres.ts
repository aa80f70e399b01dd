import { chmodSync } from "node:fs";
import { removeEmbedded, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { createDatabase, databaseAt, hasDatabase } from "./db";
import { given, refuseRemote } from "./env";
import { QUIT_POSTGRES, whenWeEnd } from "./guard";
import { keep, namedBySources, takeKept } from "./kept-cluster";
import { scratchFolder } from "./scratch";

/** Nothing here must survive a power cut, and the workers of two suites with a server beside them need connections. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

const TEMPLATE = "lineup_template";

/** `url` is the superuser's. */
export type TestPostgres = { url: string; stop: () => Promise<void> };

/** PostgreSQL for one run of tests: the one handed in by `npm test`, or an own one in a folder that goes away with it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const handedIn = given("TEST_POSTGRES_URL");
  if (handedIn) {
    refuseRemote(handedIn);
    return { url: handedIn, stop: async () => {} };
  }
  const dir = scratchFolder("test");
  chmodSync(dir, 0o755); // As root PostgreSQL runs as somebody else, who must get in.
  const callOff = whenWeEnd(KILL_AND_REMOVE, dir);
  const remove = () => {
    removeEmbedded(dir);
    callOff();
  };
  try {
    if (!takeKept(dir)) await fill(dir);
    const { adminUrl, stop } = await startEmbedded({ dir, settings: SETTINGS });
    return { url: adminUrl, stop: () => stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** vitest ends at once on a signal, without its teardown. SIGQUIT is PostgreSQL's immediate shutdown. */
const KILL_AND_REMOVE = `d=$0; ${QUIT_POSTGRES}; for i in 1 2 3 4 5; do sleep 0.5; rm -rf "$0" && exit; done`;

/** A cluster that the next run needn't make: its template is in it. */
async function fill(dir: string) {
  const { adminUrl, stop } = await startEmbedded({ dir, settings: SETTINGS });
  try {
    await makeDatabase(adminUrl, templateHere());
  } finally {
    await stop();
  }
  keep(dir);
}

const templateHere = () => `${TEMPLATE}_${namedBySources()}`;

/** The migrated, empty database that every test database is a copy of: the one of these sources, or one made for this run. */
export async function findTemplate(url: string): Promise<string> {
  if (await hasDatabase(url, templateHere())) return templateHere();
  return makeDatabase(url, `${TEMPLATE}_${process.pid}`);
}

async function makeDatabase(url: string, name: string): Promise<string> {
  await createDatabase(url, name);
  await migrate(databaseAt(url, name));
  return name;
}
