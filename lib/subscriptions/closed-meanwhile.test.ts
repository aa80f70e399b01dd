import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts, subscriptionAsks, subscriptionLinks } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeSubscriptionLink, somePhone } from "@/tests/support/carrier/subscriptions";
import { makeCompany, onceKey, visitor } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
import { AskToJoin, askToJoin } from "./ask";

test("a link that is closed in that moment asks nobody", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const by = await company.admin({ lines: [line] });
  const [link, phone] = [await makeSubscriptionLink({ by, line }), somePhone()];
  const [asked] = await meanwhile(
    (tx) => tx.update(subscriptionLinks).set({ closedAt: new Date() }).where(eq(subscriptionLinks.id, link.id)),
    () => askToJoin(visitor(), AskToJoin.parse({ token: link.token, phone, once: onceKey() })),
  );
  expect(asked).toMatchObject({ status: "rejected", reason: { message: "This link is closed." } });
  expect(await writeDb.$count(subscriptionAsks, eq(subscriptionAsks.linkId, link.id))).toBe(0);
  expect(await writeDb.$count(contacts, eq(contacts.phone, phone))).toBe(0);
});
