import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { accounts } from "@/db/schema";
import { accountManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";

export const CloseFirstDays = z.object({ once: fields.once });

/** What to do first is shown no more, to nobody of the company. */
export const closeFirstDays = (viewer: Viewer, { once }: z.output<typeof CloseFirstDays>) =>
  change(viewer, once, async (c) => {
    const { id, name } = await c.one(
      c.tx
        .select({ id: accounts.id, name: accounts.name })
        .from(accounts)
        .where(accountManagedBy(viewer))
        .for("no key update"),
    );
    const [closed] = await c.tx
      .update(accounts)
      .set({ firstDaysClosedAt: sql`now()` })
      .where(and(eq(accounts.id, id), isNull(accounts.firstDaysClosedAt)))
      .returning({ id: accounts.id });
    if (!closed) return c.unchanged(undefined);
    c.record("company.first-days-closed", { accountId: id, id, name });
  });
