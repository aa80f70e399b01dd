import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { somePhone } from "@/tests/support/carrier/subscriptions";
import { makeCompany } from "@/tests/support/cast";
import { optOut, type Way } from "./consent";

test.each<[Way[], Way]>([
  [["by hand", "keyword"], "keyword"],
  [["import", "link"], "link"],
  [["by hand", "import"], "by hand"],
  [["keyword", "by hand"], "keyword"],
])(
  "stopped %j, they have stopped by %s: their own word counts for more than what others did for them",
  async (ways, how) => {
    const { accountId } = await makeCompany();
    const phone = somePhone();
    for (const way of ways)
      await writeDb.transaction((tx) => optOut(tx, { accountId, phone }, { how: way, source: way }));
    expect(await db.select({ how: optOuts.how }).from(optOuts).where(eq(optOuts.accountId, accountId))).toEqual([
      { how },
    ]);
  },
);
