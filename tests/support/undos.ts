import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { contacts, optOuts, undos } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import type { Step } from "@/lib/undo/step";
import type { Person } from "./cast";
import { rowsOf } from "./rows";

/** As if they had just enabled somebody, whether they may or not; answers by what it can be taken back. */
export async function enabledBy({ accountId, memberId }: Viewer, { memberId: whom }: Pick<Person, "memberId">) {
  const steps: Step[] = [{ did: "enabled", members: [whom] }];
  const id = v7();
  const revisions = { [whom]: (await rowsOf({ memberId: whom }))?.member.revision ?? 1 };
  await writeDb.insert(undos).values({ id, accountId, memberId, steps, revisions });
  return id;
}

/** As if they had just opted a contact out by hand, whether they may or not. */
export async function optedOutBy({ accountId, memberId }: Viewer, contactId: string) {
  const since = new Date();
  const [contact] = await writeDb.select().from(contacts).where(eq(contacts.id, contactId));
  const stop = { how: "by hand", since } as const;
  if (contact)
    await writeDb
      .insert(optOuts)
      .values({ accountId: contact.accountId, phone: contact.phone, ...stop })
      .onConflictDoUpdate({ target: [optOuts.accountId, optOuts.phone], set: stop });
  const steps: Step[] = [{ did: "opted-out", contacts: [contactId], since: since.toISOString() }];
  const id = v7();
  await writeDb.insert(undos).values({ id, accountId, memberId, steps, revisions: {} });
  return id;
}
