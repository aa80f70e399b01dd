import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { scratchFolder } from "@/tests/support/run/scratch";
import { type Embedded, findEmbedded, removeEmbedded, startEmbedded } from "./embedded";

const settings = { fsync: "off", shared_buffers: "16MB" };
const folders: string[] = [];
const running: Embedded[] = [];

const folder = () => {
  const made = scratchFolder("db");
  folders.push(made);
  chmodSync(made, 0o755);
  return path.join(made, "data");
};

const start = async (dir: string) => {
  const db = await startEmbedded({ dir, settings });
  running.push(db);
  return db;
};

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

const postmaster = (dir: string) =>
  Number(readFileSync(path.join(dir, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);

/** Another launcher, to be killed: it prints its address and waits. */
function launcher(dir: string) {
  const code = `import { startEmbedded } from "./db/embedded.ts";
    const db = await startEmbedded({ dir: ${JSON.stringify(dir)}, settings: ${JSON.stringify(settings)} });
    console.log(db.url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code]);
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
    child.stderr.once("data", (data) => reject(new Error(String(data))));
  });
  return { child, url };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((db) => db.stop()));
  for (const each of folders.splice(0)) {
    removeEmbedded(path.join(each, "data"));
    rmSync(each, { recursive: true, force: true });
  }
});

describe("the embedded database", { timeout: 300_000 }, () => {
  it("keeps its rows from one start to the next", async () => {
    const dir = folder();
    const first = await start(dir);
    await ask(first.url, (sql) => sql`create table kept as select 1 as n`);
    await first.stop();
    const second = await start(dir);
    expect(second.reused).toBe(false);
    expect(await ask(second.url, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }]);
  });

  it("answers this machine only and keeps its password to its owner", async () => {
    const dir = folder();
    const db = await start(dir);
    expect(db.url).toContain("@127.0.0.1:");
    expect(statSync(path.join(dir, "database.json")).mode & 0o077).toBe(0);
    await expect(ask(db.url.replace(/:[^:@]+@/, ":wrong@"), (sql) => sql`select 1`)).rejects.toThrow("password");
  });

  it("sorts by ICU, speaks UTF-8 and has the extensions", async () => {
    const db = await start(folder());
    const [row] = await ask(db.url, async (sql) => {
      await sql`create extension pg_trgm`;
      await sql`create extension btree_gin`;
      await sql`create extension unaccent`;
      return sql`select 'a' < 'Z' collate "und-x-icu" as icu, 'a' < 'Z' as bytes, lower('Ä') as lower, unaccent('é') as plain`;
    });
    expect(row).toEqual({ icu: true, bytes: false, lower: "ä", plain: "e" });
  });

  it("refuses a second launcher on the same folder, in words", async () => {
    const dir = folder();
    await start(dir);
    await expect(startEmbedded({ dir, settings })).rejects.toThrow(/^Lineup is already running on .* \(process \d+\)/);
  });

  it("is found by a second process beside it, and not when it is stopped", async () => {
    const dir = folder();
    const db = await start(dir);
    expect(await findEmbedded(dir)).toBe(db.url);
    await db.stop();
    expect(await findEmbedded(dir)).toBeUndefined();
  });

  it("takes over the server that a killed launcher left running, and can stop it", async () => {
    const dir = folder();
    const { child, url } = launcher(dir);
    const left = await url;
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    const db = await start(dir);
    expect({ reused: db.reused, url: db.url }).toEqual({ reused: true, url: left });
    await db.stop();
    expect(await findEmbedded(dir)).toBeUndefined();
  });

  it("comes back on the same port when the server is killed under it", async () => {
    const dir = folder();
    const db = await start(dir);
    process.kill(postmaster(dir), "SIGKILL");
    await expect
      .poll(() => ask(db.url, (sql) => sql`select 1 as n`).catch(() => []), { timeout: 120_000 })
      .toEqual([{ n: 1 }]);
  });

  it("starts over a pid file whose number another program has by now", async () => {
    const dir = folder();
    const first = await start(dir);
    await first.stop();
    writeFileSync(
      path.join(dir, "postgres/data/postmaster.pid"),
      `${process.pid}\n/x\n1\n5432\n\n127.0.0.1\n\nready\n`,
    );
    expect((await start(dir)).reused).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)(
    "keeps root's cluster where PostgreSQL can reach it, and takes it along",
    async () => {
      const dir = folder();
      const first = await start(dir);
      await ask(first.url, (sql) => sql`create table kept as select 1 as n`);
      await first.stop();
      chmodSync(path.dirname(dir), 0o700);
      const second = await start(dir);
      const { home } = JSON.parse(readFileSync(path.join(dir, "database.json"), "utf8"));
      expect(home).toMatch(/^\/var\/lib\/lineup\/[0-9a-f]{12}$/);
      expect(await ask(second.url, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }]);
    },
  );

  it("starts over a setup that was killed halfway and a lock of the dead", async () => {
    const dir = folder();
    mkdirSync(path.join(dir, "postgres/draft-0000/data/base"), { recursive: true });
    writeFileSync(path.join(dir, "lock"), `${process.pid} 1`);
    const db = await start(dir);
    expect(await ask(db.url, (sql) => sql`select 1 as n`)).toEqual([{ n: 1 }]);
  });
});
