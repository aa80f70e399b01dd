import { type SQL, sql } from "drizzle-orm";
import { messages, texts } from "@/db/schema";

/** Somebody has still to decide about it, or has left it as it was: then it has no way any more. */
const canTellNothing = sql`(${texts.parkedAt} is not null or (${messages.state} = 'queued' and ${texts.messageId} is null))`;

/** What became of a text, as the report tells it: by what is said of it, and by which rows those are. */
const TEXT_STATES = {
  received: { says: "Received", is: sql`${messages.direction} = 'in'` },
  queued: { says: "Queued", is: sql`${messages.state} in ('queued', 'handed') and not ${canTellNothing}` },
  sent: { says: "Sent", is: sql`${messages.state} = 'sent'` },
  delivered: { says: "Delivered", is: sql`${messages.state} = 'delivered'` },
  failed: { says: "Failed", is: sql`${messages.state} in ('undelivered', 'failed')` },
  unknown: { says: "Can't tell", is: sql`${messages.state} in ('queued', 'handed') and ${canTellNothing}` },
  "called-off": { says: "Called off", is: sql`${messages.state} = 'called off'` },
} as const;

export type TextState = keyof typeof TEXT_STATES;

const isTextState = (typed: string): typed is TextState => Object.hasOwn(TEXT_STATES, typed);

export const textStates = Object.keys(TEXT_STATES).filter(isTextState);

export const textStateIn = (typed: string): TextState | null => (isTextState(typed) ? typed : null);

export const textStateWords = (state: TextState) => TEXT_STATES[state].says;

/** Texts in a state. */
export const inState = (state: TextState): SQL => TEXT_STATES[state].is;

/** Which of them a row is in. */
export const textState = sql<TextState>`case ${sql.join(
  textStates.map((state) => sql`when ${inState(state)} then ${sql.raw(`'${state}'`)}`),
  sql` `,
)} end`;

/** What is said of each. */
export const textStatesSaid = Object.fromEntries(textStates.map((state) => [state, textStateWords(state)]));
