import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { createDatabase, databaseAt } from "./db";
import { given, refuseRemote } from "./env";

/** Nothing here must survive a power cut, and two workers with a server beside them need connections. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

const TEMPLATE = "lineup_template";

export type TestPostgres = { url: string; stop: () => Promise<void> };

/** PostgreSQL for one run of tests: the one handed in by `npm test`, or an own one in a folder that goes away with it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const handedIn = given("TEST_POSTGRES_URL");
  if (handedIn) {
    refuseRemote(handedIn);
    return { url: handedIn, stop: async () => {} };
  }
  const dir = mkdtempSync(path.join(tmpdir(), "lineup-test-"));
  chmodSync(dir, 0o755); // As root PostgreSQL runs as somebody else, who must get in.
  const remove = () => rmSync(dir, { recursive: true, force: true });
  try {
    const { url, stop } = await startEmbedded({ dir, settings: SETTINGS });
    const whole = async () => {
      await stop();
      remove();
    };
    return { url, stop: whole };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A migrated, empty database that every test database is a copy of. Made anew for every run, under a name of its own. */
export async function makeTemplate(url: string): Promise<string> {
  const name = `${TEMPLATE}_${process.pid}`;
  await createDatabase(url, name);
  await migrate(databaseAt(url, name));
  return name;
}
