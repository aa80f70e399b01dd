import { listener } from "@/db/listen";

/** What the database tells at a commit (db/functions/tell-thread.sql, tell-rights.sql): ids, and nothing else. */
export type News =
  | { about: "thread"; accountId: string; numberId: string; conversationId: string }
  | HereNews
  | { about: "member" | "session" | "account"; id: string };

export const HERE_STATES = ["came", "reading", "writing", "gone"] as const;

/** Where a colleague is just now, told by their page and kept nowhere (tell-here.ts). `came`: and wants to know who else is. */
export type HereNews = {
  about: "here";
  accountId: string;
  numberId: string;
  conversationId: string;
  memberId: string;
  state: (typeof HERE_STATES)[number];
  name: string;
};

export const LIVE_CHANNEL = "lineup_live";

type Hear = {
  news: (news: News) => void;
  /** It is listened to, for the first time or again: what was told meanwhile has been missed. */
  again: () => void;
};

/** Comes back by itself, however often the connection is cut. */
export const hearNews = ({ news, again }: Hear) =>
  listener.listen(LIVE_CHANNEL, (told) => onNews(told, news), again).catch(() => undefined);

function onNews(told: string, hear: (news: News) => void) {
  const [about, id, numberId, conversationId, memberId, word, ...names] = told.split(" ");
  if (about === "thread" && id && numberId && conversationId) hear({ about, accountId: id, numberId, conversationId });
  const state = HERE_STATES.find((each) => each === word);
  if (about === "here" && id && numberId && conversationId && memberId && state)
    hear({ about, accountId: id, numberId, conversationId, memberId, state, name: names.join(" ") });
  if ((about === "member" || about === "session" || about === "account") && id) hear({ about, id });
}
