import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import { membersWithin } from "../access/scope";
import { knownPerson, nameOf } from "../members/guest-privacy";
import { matching } from "../members/list/search";
import { shownAddress } from "../text/address";
import type { Source } from "./source";

/** People whom the viewer manages, by any part of a name, address or number; the value is what they log in with. */
export const peopleManaged: Source = {
  async find(viewer, { search, skip, most }) {
    const rows = await db
      .select({ id: members.id, ...knownPerson })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(membersWithin(viewer, "users.manage"), matching(search, viewer)))
      .orderBy(asc(members.nameKey), asc(members.id))
      .offset(skip)
      .limit(most);
    return rows.map((row) => {
      const value = row.username ?? row.email;
      return { value, label: nameOf(row), note: [row.username, shownAddress(row.email)].filter(Boolean).join(" · ") };
    });
  },
  one: async () => [],
  whole: async () => [],
};
