import { sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeEach, describe, expect, test } from "vitest";
import { outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import { queueEmail } from "@/tests/support/outbox";
import { env } from "./env";
import { inTime } from "./in-time";
import { alive, ready } from "./web/api/health";

const asked = async () => {
  const { status, body = "" } = await ready();
  return { status, ...JSON.parse(body) };
};

/** Of two timers in one process the shorter one is first, however busy the machine is. */
const askedInTime = () => inTime(asked(), 2000);

/** From outside, as somebody who looks after the database. */
async function administer(work: (admin: postgres.Sql, name: string) => Promise<unknown>) {
  const url = new URL(env().databaseUrl ?? "");
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  await work(admin, name).finally(() => admin.end());
}

beforeEach(() => writeDb.execute(sql`truncate outbox`));

describe("a server is ready", () => {
  test("with a database that has its schema", async () => {
    await writeDb.delete(outbox);
    const checks = { database: true, migrations: true, queue: true };
    expect(await asked()).toMatchObject({ status: 200, ready: true, checks, queueLag: 0 });
  });

  test("also when emails are late, and says so, however often they were tried", async () => {
    await queueEmail();
    const old = { createdAt: sql`now() - interval '400 seconds'`, nextAt: sql`now() + interval '1 hour'` };
    await writeDb.update(outbox).set(old);
    const told = await asked();
    expect(told).toMatchObject({ status: 200, ready: true, checks: { queue: false } });
    expect(told.queueLag).toBeGreaterThanOrEqual(400);
    await writeDb.update(outbox).set({ state: "sent" });
    expect(await asked()).toMatchObject({ checks: { queue: true }, queueLag: 0 });
  });

  test("beside a newer version's schema, but not on an older one or on none", async () => {
    const table = sql`drizzle.__drizzle_migrations`;
    await writeDb.execute(sql`insert into ${table} (hash, created_at) values ('next year', 9999999999999)`);
    expect(await asked()).toMatchObject({ status: 200 });
    await writeDb.execute(sql`delete from ${table} where hash = 'next year' or created_at =
      (select max(created_at) from ${table} where hash <> 'next year')`);
    expect(await asked()).toMatchObject({ status: 503, ready: false, checks: { database: true, migrations: false } });
    await writeDb.execute(sql`drop schema drizzle cascade`);
    expect(await asked()).toMatchObject({ status: 503, checks: { database: true, migrations: false } });
  });
});

describe("without its database a server says within two seconds that it is not ready, though alive", () => {
  const away = { status: 503, ready: false, checks: { database: false, migrations: false, queue: false } };

  test("when it refuses everybody, and that it is again as soon as it is back", async () => {
    await administer(async (admin, name) => {
      await admin`alter database ${admin(name)} with allow_connections false`;
      await admin`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = ${name} and usename = current_user`;
      expect(await askedInTime()).toMatchObject(away);
      expect((await alive()).status).toBe(200);
      await admin`alter database ${admin(name)} with allow_connections true`;
    });
    expect(await asked()).toMatchObject({ checks: { database: true } });
  });

  test("when it takes the question and never answers", async () => {
    await writeDb.execute(sql`create schema drizzle`);
    await writeDb.execute(sql`create table drizzle.__drizzle_migrations (hash text, created_at bigint)`);
    await writeDb.transaction(async (tx) => {
      await tx.execute(sql`lock table outbox, drizzle.__drizzle_migrations in access exclusive mode`);
      expect(await askedInTime()).toMatchObject(away);
    });
  });
});
