import { addPerson, inviteMany } from "./clients";
import type { Portal, Stage } from "./stage";

type Wishes = {
  /** So many people one by one, and so many lists of so many. */
  people: number;
  lists?: number;
  listed?: number;
  /** Which server each asks; the first, unless it is said otherwise. */
  portals?: Portal[];
};

export type Crowd = { finished: Promise<void>; stop: () => void };

/** So many browsers: where nothing is measured, no more than it takes for two to meet. */
const CLIENTS = { full: 4, short: 2, twin: 2 };

/** More than the largest crowd takes on a slow machine. */
const PATIENCE = 8 * 60_000;

let crowds = 0;

/** Several Admins' browsers at once, each submitting until it is told that it is saved. */
export function crowd(
  { how, told, portal }: Stage,
  { people, lists = 0, listed = 25, portals = [portal] }: Wishes,
): Crowd {
  const run = `w${++crowds}`;
  const stopping = new AbortController();
  const { signal } = stopping;
  const trying = { told, stop: signal };
  const work: ((door: Portal) => Promise<void>)[] = [
    ...Array.from({ length: people }, (_, at) => (door: Portal) => addPerson(door, `${run}.n${at}`, trying)),
  ];
  for (let at = 0; at < lists; at++) {
    const names = Array.from({ length: listed }, (_, n) => `${run}.l${at}.n${n}`);
    // Between the others, evenly.
    work.splice(Math.floor((at * work.length) / lists), 0, (door) => inviteMany(door, names, trying));
  }
  const client = async (at: number) => {
    const door = portals[at % portals.length] ?? portal;
    for (let next = work.shift(); next && !signal.aborted; next = work.shift()) await next(door);
  };
  const tired = setTimeout(() => {
    told.refused.push(`somebody still has no answer after ${PATIENCE / 1000} s`);
    stopping.abort();
  }, PATIENCE);
  const finished = Promise.all(Array.from({ length: CLIENTS[how.length] }, (_, at) => client(at))).then(() =>
    clearTimeout(tired),
  );
  return { finished, stop: () => stopping.abort() };
}
