import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "@/db/migrate";
import type { Company } from "@/tests/support/cast";
import { createDatabase, databaseAt } from "@/tests/support/run/db";
import { becomeTest } from "@/tests/support/run/env";
import { QUIT_POSTGRES, whenWeEnd } from "@/tests/support/run/guard";
import { scratchFolder } from "@/tests/support/run/scratch";
import { startKillable } from "./postgres";

export const DATABASE = "lineup";

/** What every scenario begins with: a stopped cluster to copy, holding a company whose Admin has a session. */
export type Ground = {
  folder: string;
  /** For other checkouts: on a disk, where their packages may be links to ours. */
  checkouts: string;
  base: string;
  company: Company;
  /** Another, whose only Admin logs in again and again, or is disabled by a planted bug. */
  elsewhere: Company;
  /** Everybody's. */
  password: string;
  cookie: string;
  /** What the links held that were emailed, to search the logs for. */
  tokens: string[];
  remove: () => void;
};

/** Whatever happens to us, no PostgreSQL, no mount and no folder is left. */
const CLEAN_UP = `for d in "$0"/*; do ${QUIT_POSTGRES}; done; sleep 1; umount "$0"/*; rm -rf "$0"`;

export async function makeGround(): Promise<Ground> {
  const folder = scratchFolder("faults");
  const checkouts = mkdtempSync(path.join(tmpdir(), "lineup-checkouts-"));
  chmodSync(folder, 0o755); // As root PostgreSQL runs as somebody else, who must get in.
  const watches = [whenWeEnd(CLEAN_UP, folder), whenWeEnd('rm -rf "$0"', checkouts)];
  const base = folderIn(folder, "base");
  const postgres = await startKillable(base, "postgres");
  try {
    await createDatabase(postgres.adminUrl, DATABASE);
    const url = databaseAt(postgres.adminUrl, DATABASE);
    await migrate(url);
    const people = await peopleAt(url);
    const remove = () => {
      for (const made of [folder, checkouts]) rmSync(made, { recursive: true, force: true });
      for (const callOff of watches) callOff();
    };
    return { folder, checkouts, base, ...people, tokens: [], remove };
  } finally {
    await postgres.stop();
  }
}

/** The cast writes to the database that the settings name when it is loaded. */
async function peopleAt(url: string) {
  becomeTest(url);
  const [{ makeCompany, PASSWORD }, { sessionCookieOf }, { closeReads }, { closeWrites }] = await Promise.all([
    import("@/tests/support/cast"),
    import("@/tests/support/login"),
    import("@/db"),
    import("@/db/write"),
  ]);
  const company = await makeCompany();
  const elsewhere = await makeCompany();
  const { name, value } = await sessionCookieOf(company.ana);
  await Promise.all([closeReads(), closeWrites()]);
  return { company, elsewhere, password: PASSWORD, cookie: `${name}=${value}` };
}

export function folderIn(folder: string, name: string): string {
  const made = mkdtempSync(path.join(folder, `${name}-`));
  chmodSync(made, 0o755);
  return made;
}

/** The cluster as it was, in a folder of its own. */
export const copyOf = ({ base }: Ground, to: string) => execFileSync("cp", ["-a", `${base}/.`, to]);
