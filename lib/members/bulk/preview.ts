import { db } from "@/db";
import { conversations } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { countClaimed } from "../../conversations/release";
import { among, idsOf } from "../../id-list";
import { type Act, type Reason, reasons, whyNot } from "../acts";
import { type ManagedMember, managedMembers } from "../managed-members";
import { fingerprint, type Selection, selected } from "./selection";

export type Preview = {
  /** With whom it would be done. */
  people: ManagedMember[];
  leftOut: { reason: Reason; people: ManagedMember[] }[];
  /** How many conversations of theirs would be anybody's; null where none are let go. */
  released: number | null;
  /** How many were named who are not there for the viewer. */
  unknown: number;
  /** See `fingerprint`. */
  seen: string;
  /** A cursor to those who come after this batch. */
  rest: string | null;
};

/** Who is disabled or deleted lets go of what they had claimed. */
const RELEASING: ReadonlySet<Act> = new Set(["disable", "delete"]);

/** What would be done, before anything is. */
export async function previewMany(viewer: Viewer, act: Act, selection: Selection): Promise<Preview> {
  const { ids, rest } = await selected(db, viewer, selection);
  const found = await managedMembers(db, viewer, ids);
  const judged = found.map((person) => ({ person, reason: whyNot(act, viewer, person) }));
  const of = (reason: Reason | null) => judged.filter((each) => each.reason === reason).map(({ person }) => person);
  const people = of(null);
  return {
    people,
    released: RELEASING.has(act) ? await countClaimed(among(conversations.claimedBy, idsOf(people))) : null,
    leftOut: reasons.map((reason) => ({ reason, people: of(reason) })).filter(({ people }) => people.length > 0),
    unknown: ids.length - found.length,
    seen: fingerprint(ids),
    rest,
  };
}
