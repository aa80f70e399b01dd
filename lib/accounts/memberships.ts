import { and, asc, eq } from "drizzle-orm";
import { byIndex } from "@/db";
import { accounts, members } from "@/db/schema";
import type { Viewer } from "../access/viewer";

/** More than anybody works for. */
const MOST = 100;

/** The accounts that a person may switch among, by name, the present one with them. */
export const membershipsOf = (viewer: Viewer) =>
  byIndex
    .select({ memberId: members.id, company: accounts.name })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.userId, viewer.userId), eq(members.status, "Active")))
    .orderBy(asc(accounts.name), asc(members.id))
    .limit(MOST);
