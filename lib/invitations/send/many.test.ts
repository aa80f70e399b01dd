import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { invitationRows, outbox } from "@/db/schema";
import { provide } from "@/lib/env";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { startFakeResend } from "@/tests/support/resend";
import { startWorker } from "../../worker/worker";
import { sendInvitations } from "../preview/confirm";
import { getBatch } from "../preview/get-batch";
import { BatchPage, listBatch } from "../preview/list-batch";
import { PreviewInvitations, previewInvitations } from "../preview/preview";

const PEOPLE = 5000;

test("five thousand people are looked at, invited and mailed, once each", async () => {
  const resend = await startFakeResend();
  provide({ RESEND_API_KEY: "re_test", RESEND_BASE_URL: resend.url, RESEND_RATE: "1000" });
  const company = await makeCompany();
  const west = await company.group("West");
  const desk = await company.number({ label: "Desk" });
  const here = await company.endUser();
  const viewer = await viewerOf(company.ana);
  const good = Array.from({ length: PEOPLE }, (_, n) => `p${n}@many.example,P${n},Lee,End User,West,Texting;Chat,Desk`);
  const bad = [`${here.email},,,,,,`, "nobody,,,,,,", "x@many.example,,,Boss,,,", "P1@many.example,,,,,,"];
  const text = ["email,first name,last name,roles,group,products,lines", ...bad.slice(0, 3), ...good, ...bad.slice(3)];
  const took: Record<string, number> = {};
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const answer = await work();
    took[what] = Math.round(performance.now() - from);
    return answer;
  };

  const file = new File([text.join("\n")], "people.csv");
  const input = await PreviewInvitations.parseAsync({
    file,
    role: "end-user",
    group: west.id,
    line: desk.id,
    once: onceKey(),
  });
  const { batchId } = await timed("preview", () => previewInvitations(viewer, input));
  expect((await getBatch(viewer, batchId))?.waiting).toBe(PEOPLE);
  const firstPage = await timed("page", () => listBatch(viewer, batchId, BatchPage.parse({})));
  expect(firstPage.slice(0, 4).map(({ verdict }) => verdict)).toEqual(["wrong", "wrong", "wrong", "here"]);

  await timed("confirm", () => sendInvitations(viewer, { batchId, once: onceKey() }));
  const worker = startWorker();
  await timed("invited and mailed", async () => {
    for (const until = Date.now() + 280_000; resend.emails.length < PEOPLE && Date.now() < until; )
      await new Promise((wake) => setTimeout(wake, 100));
  });
  await worker.stop();
  await timed("progress", () => getBatch(viewer, batchId));
  await resend.close();
  process.stdout.write(`${JSON.stringify(took)}\n`);

  expect(new Set(resend.emails.map(({ to }) => to[0])).size).toBe(PEOPLE);
  expect(resend.emails).toHaveLength(PEOPLE);
  expect(await getBatch(viewer, batchId)).toMatchObject({ isFinished: true, invited: PEOPLE, leftOut: 4, failed: 0 });
  expect(await db.$count(invitationRows, eq(invitationRows.state, "waiting"))).toBe(0);
  expect(await db.$count(outbox, sql`state <> 'sent'`)).toBe(0);
});
