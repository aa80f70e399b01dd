import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterAll, beforeEach, vi } from "vitest";
import { outbox } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import type { Letter } from "@/lib/email/templates";
import { provide } from "@/lib/env";
import { enqueue } from "@/lib/outbox/enqueue";
import { startFakeResend } from "./resend";

const token = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
const url = `https://lineup.example/welcome?token=${token}`;
export const aLetter = {
  template: "welcome",
  firstName: "Mara",
  company: "Northwind",
  inviter: "Ines Park",
  url,
} satisfies Letter;

/** A letter that always leaves by itself. */
export const aNote = {
  template: "username-reminder",
  firstName: "Mara",
  company: "Northwind",
  username: "mara.lee",
} satisfies Letter;

/** What has to wait is due when a test says so: on a busy machine a pass may last longer than the wait itself. */
const WAITS_LONGER = sql`
  create or replace function wait_longer() returns trigger language plpgsql as $$
    begin new.next_at := new.next_at + interval '1 minute'; return new; end $$;
  create or replace trigger wait_longer before update on outbox for each row
    when (new.state = 'queued' and new.error is distinct from old.error and new.next_at > now() + interval '0.2 seconds')
    execute function wait_longer();`;

/** For a file of outbox tests: a provider of its own, empty tables before each test, log lines kept instead of printed. */
export async function outboxTests() {
  const resend = await startFakeResend();
  const logged: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => logged.push(String(text)) > 0);
  }
  const withProvider = (more: Record<string, string> = {}) =>
    provide({
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: resend.url,
      RESEND_RATE: "1000",
      LINEUP_EMBEDDED: "",
      ...more,
    });
  await writeDb.execute(WAITS_LONGER);
  beforeEach(async () => {
    withProvider();
    resend.emails.length = 0;
    resend.requests.length = 0;
    resend.failWhen(() => undefined);
    await writeDb.execute(sql`truncate outbox, mailbox, sending_slots, accounts cascade`);
  });
  afterAll(() => resend.close());
  return { resend, logged, withProvider };
}

type Queued = { letter?: Letter; memberId?: string | null; to?: string };

/** Queues an email as a change would, due already, and gives its id. In one transaction: whoever is woken by it finds it free. */
export async function queueEmail({ letter = aLetter, memberId = null, to = "mara@example.com" }: Queued = {}) {
  return writeDb.transaction(async (tx) => {
    await enqueue(tx, { accountId: v7(), memberId, email: to }, letter);
    const [row] = await tx.select().from(outbox).orderBy(sql`created_at desc, id desc`).limit(1);
    const id = row?.id ?? "";
    await makeDue(id, tx);
    return id;
  });
}

/** The email's row, with the seconds until its next try. */
export async function outboxRow(id: string) {
  const seconds = sql<number>`extract(epoch from next_at - now())::float8`;
  const [row] = await writeDb.select({ row: outbox, seconds }).from(outbox).where(eq(outbox.id, id));
  if (!row) throw new Error("no such row");
  return { ...row.row, seconds: row.seconds };
}

/** Due already: the column rounds, and a moment that was rounded up is still to come. */
export const makeDue = (id: string, tx: Pick<WriteTx, "update"> = writeDb) =>
  tx.update(outbox).set({ nextAt: sql`now() - interval '1 millisecond'` }).where(eq(outbox.id, id));
