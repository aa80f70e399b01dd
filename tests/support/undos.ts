import { v7 } from "uuid";
import { undos } from "@/db/schema";
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
