import { type SQL, sql } from "drizzle-orm";
import { neverCame } from "../messages/consent";

/** A text that a person wrote to a customer and that came, as far as anybody knows: what Lineup says by itself answers nobody, nor does a campaign, or a test of one. */
export const isAnswer = (
  text: SQL,
) => sql`(${text}.direction = 'out' and ${text}.author_id is not null and not ${text}.is_test
  and not ${neverCame(text)}
  and not exists (select from campaign_recipients r where r.message_id = ${text}.id))`;
