import { sql } from "drizzle-orm";
import { members } from "@/db/schema";

/** Whoever asks for a new invitation is heard once an hour. */
export const justAsked = sql<boolean>`coalesce(${members.askedAgainAt} > now() - interval '1 hour', false)`;
