import { members } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { among, idsOf, subjectOf } from "./candidates";
import type { Batch } from "./change-many";

export async function enableMany(c: Change, _viewer: Viewer, { people, batchId }: Batch): Promise<number> {
  await c.tx
    .update(members)
    .set({ disabledAt: null })
    .where(among(members.id, idsOf(people)));
  for (const person of people) c.record("member.enabled", subjectOf(person), { before: person.status }, { batchId });
  return people.length;
}
