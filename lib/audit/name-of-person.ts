import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { members } from "@/db/schema";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { shownAddress } from "../text/address";

/** What a filter by a member's id is called; what was typed as a name is its own. */
export async function nameOfPerson(viewer: Viewer, person: string): Promise<string> {
  if (!z.uuid().safeParse(person).success) return person;
  const [member] = await db
    .select({ name: members.nameKey })
    .from(members)
    .where(and(membersWithin(viewer, "audit.view"), eq(members.id, person)));
  return member ? shownAddress(member.name) : person;
}
