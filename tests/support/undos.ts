import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { contacts, optOuts, undos } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import type { Step } from "@/lib/undo/step";
import type { Person } from "./cast";
import { groupRow } from "./groups";
import { rowsOf } from "./rows";

/** As if they had just enabled somebody, whether they may or not; answers by what it can be taken back. */
export async function enabledBy(viewer: Viewer, { memberId: whom }: Pick<Person, "memberId">) {
  const revision = (await rowsOf({ memberId: whom }))?.member.revision ?? 1;
  return did(viewer, { did: "enabled", members: [whom] }, { [whom]: revision });
}

/** As if they had just given a group its name, or moved it from another, whether they may or not, or it is gone. */
export async function renamedBy(viewer: Viewer, groupId: string, name: string) {
  const revision = (await groupRow(groupId))?.revision ?? 1;
  return did(viewer, { did: "group.renamed", groupId, revision, before: { name, isLocation: false } });
}

export async function movedBy(viewer: Viewer, groupId: string, from: string) {
  const to = (await groupRow(groupId))?.parentId ?? v7();
  return did(viewer, { did: "group.moved", groupId, from, to });
}

async function did({ accountId, memberId }: Viewer, step: Step, revisions: Record<string, number> = {}) {
  const id = v7();
  await writeDb.insert(undos).values({ id, accountId, memberId, steps: [step], revisions });
  return id;
}

/** As if they had just opted a contact out by hand, whether they may or not. */
export async function optedOutBy(viewer: Viewer, contactId: string) {
  const since = new Date();
  const [contact] = await writeDb.select().from(contacts).where(eq(contacts.id, contactId));
  const stop = { how: "by hand", since } as const;
  if (contact)
    await writeDb
      .insert(optOuts)
      .values({ accountId: contact.accountId, phone: contact.phone, ...stop })
      .onConflictDoUpdate({ target: [optOuts.accountId, optOuts.phone], set: stop });
  return did(viewer, { did: "opted-out", contacts: [contactId], since: since.toISOString() });
}
