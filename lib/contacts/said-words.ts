import { sql } from "drizzle-orm";
import { consentEvents, numbers } from "@/db/schema";
import { ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

/** What somebody said of getting texts: a keyword is everybody's, a whole text theirs alone who read its line. */
export const saidWords = (viewer: Viewer) => sql<string | null>`case when ${consentEvents.kind} <> 'maybe'
  or ${consentEvents.numberId} in (select id from ${numbers} where ${ownLinesWithin(viewer, "messages.read")})
  then ${consentEvents.words} end`;
