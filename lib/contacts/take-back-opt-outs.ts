import { v7 } from "uuid";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { NotFound } from "../errors";
import { idsOf } from "../id-list";
import type { Did } from "../undo/step";
import { managedAmong, mergedWith, subjectOf } from "./managed-contacts";
import { shownName } from "./shown-name";
import { liftStops, stopsAmong } from "./stops-by-hand";

/**
 * They are texted again, on all their telephones, as before somebody opted them out by hand just now: on one that was merged
 * into theirs since, too, if it holds there for their sake alone. What was said again since, by whomever, stays, also of
 * another telephone that was merged into theirs; so does who is gone since: deleted, merged into somebody else, or another
 * part's. Answers how many, how many were left, and the names of those who are still there.
 */
export async function takeBackOptOuts(c: Change, viewer: Viewer, { contacts, since }: Did<"opted-out">) {
  const people = await managedAmong(c, viewer, contacts);
  if (people.length === 0) throw new NotFound();
  const all = [...people.map((person) => ({ ...person, mergedInto: null })), ...(await mergedWith(c, idsOf(people)))];
  const act = new Date(since);
  const phones = all.map(({ phone }) => phone);
  const stops = await stopsAmong(c, viewer, phones, act);
  const held = new Set(all.filter(({ phone }) => stops.get(phone)?.isByHand).map((each) => each.mergedInto ?? each.id));
  const isOver = ({ id, mergedInto, phone }: (typeof all)[number]) => {
    const stop = stops.get(phone);
    if (!stop?.isDoneOnce || held.has(mergedInto ?? id)) return false;
    return +stop.since === +act || (stop.isByMerge && stop.since > act);
  };
  const free = new Set(all.filter(isOver).map(({ phone }) => phone));
  await liftStops(c, viewer, [...free]);
  const together = people.length > 1 ? { batchId: v7() } : undefined;
  const [undone, left] = [
    people.filter(({ phone }) => free.has(phone)),
    people.filter(({ phone }) => !free.has(phone)),
  ];
  // Also who was merged into another of them since.
  const texted = new Set(idsOf(all.filter(({ phone }) => free.has(phone))));
  for (const person of undone) c.record("opt-out.lifted", subjectOf(person), {}, together);
  return {
    undone: undone.length,
    left: left.map(shownName),
    leftCount: contacts.filter((id) => !texted.has(id)).length,
  };
}
