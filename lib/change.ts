import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { byKey } from "@/db/naming";
import { auditEvents, members, onceKeys } from "@/db/schema";
import { gateDb, leaseDb, type WriteTx, writeDb } from "@/db/write";
import { assignmentsHeld, holdsSame } from "./access/assignments-held";
import { type Actor, fullName, type Viewer } from "./access/viewer";
import type { ActionName } from "./audit/actions";
import { refusalFor, sqlState } from "./constraints";
import type { Letter } from "./email/templates";
import { NotFound } from "./errors";
import { enqueue, enqueueAll, type Mail, type Recipient } from "./outbox/enqueue";
import { keepSteps } from "./undo/keep-steps";
import { isForNobody, type Step } from "./undo/step";

/** Whom or what an audit event is about, by name as it is now. */
export type Subject = { accountId: string; id: string; name: string };

type Details = Record<string, unknown>;
/** Ties together what one person did to many at once. */
export type Together = { batchId: string };
/** `bySubject`: the viewer, in another of their accounts. */
type More = Partial<Together> & { bySubject?: true };
type Event = { action: ActionName; subject: Subject; details: Details | undefined } & More;

/** What was saved is what was there: the change ends with this answer, and nothing else is kept of it. */
class Unchanged<T> extends Error {
  constructor(readonly instead: T) {
    super("nothing changed");
  }
}

export type { Unchanged };

export type Change = {
  tx: WriteTx;
  /** The first row of a query, or NotFound. Give it queries that go through the viewer's scope. */
  one: <T>(rows: PromiseLike<T[]>) => Promise<T>;
  record: (action: ActionName, subject: Subject, details?: Details, more?: More) => void;
  mail: (to: Recipient, letter: Letter) => Promise<void>;
  mailAll: (mails: readonly Mail[]) => Promise<void>;
  /** What was said stands in its thread, with who and when: history holds no line of it, if there is nothing else to tell. */
  saidInThread: () => void;
  /** What was done, for whoever may want it back. A step for nobody is none. */
  did: (step: Step) => void;
  /** Called last: by this id all that was done can be taken back for a moment. Not called, nothing is kept for it. */
  undo: () => string | undefined;
  /** For `return`. */
  unchanged: <T>(answer: T) => Unchanged<T>;
};

/**
 * Deadlock, serialization failure, and a connection that PostgreSQL ended before the commit (57P01 to 57P03: shut down,
 * crashed, starting up): nobody's fault, nothing kept, worth another try.
 */
const RETRIED = new Set(["40P01", "40001", "57P01", "57P02", "57P03"]);
const TRIES = 6;

/** A statement holds at most 65,535 parameters, and an event takes ten of them. */
const ROWS_AT_ONCE = 5000;

/** What comes back from the database as it went in: a form's first answer is kept there for its second submit. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * The only door into the database. One transaction holds the rows, their audit events and their emails. `once` is the
 * form's key: the same key again, by the same actor, gets the first answer and changes nothing.
 */
export function change(actor: Actor, once: string | undefined, work: Work<void>): Promise<void>;
export function change<T extends Json>(actor: Actor, once: string | undefined, work: Work<T>): Promise<T>;
export async function change<T>(actor: Actor, once: string | undefined, work: Work<T>): Promise<T> {
  try {
    return await inTransaction((tx) => changeOnce(tx, actor, once, work));
  } catch (error) {
    if (error instanceof Unchanged) return error.instead as T;
    throw refusalFor(error) ?? error;
  }
}

const inTransaction = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => untilKept(() => writeDb.transaction(work));

async function untilKept<T>(keep: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await keep();
    } catch (error) {
      if (attempt === TRIES || !RETRIED.has(sqlState(error) ?? "")) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

type Work<T> = (c: Change) => Promise<T | Unchanged<T>>;

async function changeOnce<T>(tx: WriteTx, actor: Actor, once: string | undefined, work: Work<T>): Promise<T> {
  const key = once ? { actor: actorKey(actor), key: once } : undefined;
  if (key) {
    // A second submit waits here for the first to commit, then finds its key taken.
    const [fresh] = await byKey(tx.insert(onceKeys).values(key).onConflictDoNothing().returning({ key: onceKeys.key }));
    if (!fresh) return firstAnswer<T>(tx, key);
  }
  const events: Event[] = [];
  const steps: Step[] = [];
  let undoId: string | undefined;
  let isSaid = false;
  const answer = await work({
    tx,
    one: async (rows) => {
      const [row] = await rows;
      if (row === undefined) throw new NotFound();
      return row;
    },
    record: (action, subject, details, more) => void events.push({ action, subject, details, ...more }),
    mail: (to, letter) => enqueue(tx, to, letter),
    mailAll: (mails) => enqueueAll(tx, mails),
    saidInThread: () => {
      isSaid = true;
    },
    did: (step) => {
      if (!isForNobody(step)) steps.push(step);
    },
    undo: () => {
      if (steps.length > 0) undoId ??= v7();
      return undoId;
    },
    unchanged: (answer) => new Unchanged(answer),
  });
  // In no other way does drizzle roll back.
  if (answer instanceof Unchanged) throw answer;
  if (events.length === 0 && !isSaid) throw new Error("a change must record an audit event");
  for (let at = 0; at < events.length; at += ROWS_AT_ONCE)
    await tx.insert(auditEvents).values(events.slice(at, at + ROWS_AT_ONCE).map((event) => auditRow(actor, event)));
  if (undoId && actor.kind === "viewer") await keepSteps(tx, actor, { id: undoId, steps });
  const isCurrent = actor.kind === "viewer" && refuseOutdated(tx, actor);
  const first =
    key &&
    byKey(
      tx
        .update(onceKeys)
        .set({ answer: answer ?? null })
        .where(sameKey(key)),
    );
  await Promise.all([isCurrent, first]);
  return answer;
}

/**
 * Rights may have gone since the request began. Asked last, under the locks that the work has taken: an Admin who is
 * disabled or demoted meanwhile changes nothing any more.
 */
async function refuseOutdated(tx: WriteTx, viewer: Viewer): Promise<void> {
  const [now] = await byKey(
    tx
      .select({ assignments: assignmentsHeld, products: members.products })
      .from(members)
      .where(and(eq(members.id, viewer.memberId), eq(members.status, "Active"))),
  );
  if (!now || !holdsSame(viewer, now)) throw new NotFound();
}

const sameKey = (key: { actor: string; key: string }) =>
  sql`${eq(onceKeys.actor, key.actor)} and ${eq(onceKeys.key, key.key)}`;

async function firstAnswer<T>(tx: WriteTx, key: { actor: string; key: string }): Promise<T> {
  const [row] = await tx.select({ answer: onceKeys.answer }).from(onceKeys).where(sameKey(key));
  return row?.answer as T;
}

/** A visitor has no name to keep: a form's key is random and known to that visitor alone. */
const actorKey = (actor: Actor) => (actor.kind === "viewer" ? actor.userId : actor.kind);

/** What a visitor does by a link or a password, they do to themself. An account learns nobody of another one by name. */
function actorOf(actor: Actor, { subject, bySubject }: Event) {
  if (actor.kind === "system") return { actorId: null, actorName: actor.name };
  if (actor.kind === "visitor" || bySubject) return { actorId: subject.id, actorName: subject.name };
  if (subject.accountId !== actor.accountId) return { actorId: null, actorName: "Their home company" };
  return { actorId: actor.memberId, actorName: fullName(actor) };
}

function auditRow(actor: Actor, event: Event) {
  const { action, subject, details, batchId } = event;
  const by = actorOf(actor, event);
  return {
    ...by,
    accountId: subject.accountId,
    action,
    subjectId: subject.id,
    subjectName: subject.name,
    details: details ?? null,
    batchId: batchId ?? null,
  };
}

/**
 * For the books that are no change to what people see: throttle counters, when a session was last seen, sweeping.
 * No audit event, no mail; everything else goes through `change()`.
 */
export const keepBooks = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => inTransaction(work);

/** The same in one statement, which begins and ends with itself: one question to PostgreSQL, and one answer. */
export const keepAtOnce = <T extends Record<string, unknown>>(statement: SQL) =>
  untilKept(async () => writeDb.execute<T>(statement));

/** The same by connections of their own, for the worker's leases and for its gate (`messages/send/gate.ts`): no other books hold them up. */
export const keepLeases = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => leaseDb.transaction(work);
export const keepGate = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => gateDb.transaction(work);
