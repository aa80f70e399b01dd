import pLimit from "p-limit";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import { ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { sessionOf } from "../auth/session/session-of";
import { type HereNews, hearNews, type News } from "./news";
import { forgetAbsent, keepPresent, type Present, presentAt } from "./present";

/** What an open page is told. None of it says more than that something is to be looked at. */
export type Told = {
  changed: (conversationId: string) => void;
  /** A colleague reads or writes in a thread that is before them, too, or has left it. */
  here: (present: Present) => void;
  /** Something may have been missed. */
  anew: () => void;
  /** Rights are others: the lines that are left, or none where nobody is logged in any more. Nothing is told after it. */
  over: (lines: readonly string[] | null) => void;
};

type Watcher = { token: string; viewer: Viewer; lines: readonly string[]; told: Told };

const watching = new Set<Watcher>();
const state = { isListening: false, rightsTold: 0 };

/** Few at a time: rights that change for a whole company are asked for by everybody who looks. */
const inTurns = pLimit(4);

type Watching = { memberId: string; leave: () => void };

/**
 * Tells of what changes on the lines of whoever the session's secret stands for, until they leave or their rights change.
 * Undefined: nobody is logged in.
 */
export async function watch(token: string, told: Told): Promise<Watching | undefined> {
  listen();
  for (;;) {
    const before = state.rightsTold;
    const viewer = await sessionOf(token);
    if (!viewer) return undefined;
    const lines = await linesOf(viewer);
    // What was told between question and answer would be missed.
    if (before !== state.rightsTold) continue;
    const watcher = { token, viewer, lines, told };
    watching.add(watcher);
    return { memberId: viewer.memberId, leave: () => void watching.delete(watcher) };
  }
}

const linesOf = async (viewer: Viewer) => {
  const found = await db
    .select({ id: numbers.id })
    .from(numbers)
    .where(ownLinesWithin(viewer, "messages.read"))
    .orderBy(numbers.id);
  return found.map(({ id }) => id);
};

function listen() {
  if (state.isListening) return;
  state.isListening = true;
  setInterval(() => forgetAbsent().forEach(tellThose), 1000).unref();
  void hearNews({
    news: hear,
    again: () => {
      for (const each of watching) each.told.anew();
      askAnew([...watching]);
    },
  });
}

function hear(news: News) {
  if (news.about === "here") return hearOf(news);
  if (news.about !== "thread") return askAnew([...watching].filter((each) => isAbout(each.viewer, news)));
  for (const { viewer, lines, told } of watching)
    if (viewer.accountId === news.accountId && lines.includes(news.numberId)) told.changed(news.conversationId);
}

/** Whoever comes is told who is there; the others, what is new. */
function hearOf(news: HereNews) {
  const isNew = keepPresent(news);
  const { conversationId, memberId } = news;
  const present = presentAt(conversationId).get(memberId);
  if (isNew) tellThose(present ?? { ...news, state: "gone" });
  if (news.state !== "came") return;
  const mayKnow = ({ viewer, lines }: Watcher) => viewer.memberId === memberId && lines.includes(news.numberId);
  for (const { told } of [...watching].filter(mayKnow))
    for (const other of presentAt(conversationId).values()) if (other.memberId !== memberId) told.here(other);
}

/** Who is at a thread was let in by its line, a few seconds ago at most. */
function tellThose(present: Present) {
  const others = presentAt(present.conversationId);
  for (const { viewer, told } of watching)
    if (viewer.memberId !== present.memberId && others.has(viewer.memberId)) told.here(present);
}

function isAbout(
  { memberId, sessionId, accountId }: Viewer,
  { about, id }: Exclude<News, { about: "thread" } | { about: "here" }>,
) {
  return id === { member: memberId, session: sessionId, account: accountId }[about];
}

function askAnew(them: readonly Watcher[]) {
  state.rightsTold++;
  for (const each of them) void inTurns(() => lookAgain(each));
}

/** By the session, as every page does: whoever is out hears nothing more. */
async function lookAgain(watcher: Watcher): Promise<void> {
  if (!watching.has(watcher)) return;
  // Without an answer their rights are not known: they ask again by coming back.
  const now = await rightsOf(watcher.token).catch(() => ({ viewer: watcher.viewer, lines: undefined }));
  const isSame = now.viewer?.memberId === watcher.viewer.memberId && now.lines?.join() === watcher.lines.join();
  if (isSame) return watcher.told.anew();
  watching.delete(watcher);
  watcher.told.over(now.viewer && (now.lines ?? watcher.lines));
}

async function rightsOf(token: string) {
  const viewer = await sessionOf(token);
  return { viewer, lines: viewer ? await linesOf(viewer) : [] };
}
