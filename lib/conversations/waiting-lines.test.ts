import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { linePace } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { waitingLines } from "./waiting-lines";

test("a line waits while the carrier takes none of its texts, or something is wrong with it", async () => {
  const company = await makeCompany();
  const { accountId } = company;
  const lines = [];
  for (const label of ["Billing", "Desk", "Fast", "Quiet"]) lines.push(await company.number({ label }));
  const [billing, desk, fast] = lines.map(({ id }) => id);
  const user = await viewerOf(await company.endUser({ lines }));
  await writeDb.insert(linePace).values([
    { accountId, numberId: billing ?? "", trouble: 30034 },
    { accountId, numberId: desk ?? "", nextAt: sql`now() + interval '5 minutes'` },
    { accountId, numberId: fast ?? "", nextAt: sql`now() + interval '3 seconds'` },
  ]);
  expect((await waitingLines(user)).map(({ label }) => label)).toEqual(["Billing", "Desk"]);
  expect(await waitingLines(await viewerOf(await company.endUser()))).toEqual([]);
});
