import { db } from "@/db";
import type { Viewer } from "../../access/viewer";
import { type Act, type Reason, reasons, whyNot } from "../acts";
import { type ManagedMember, managedMembers } from "../managed-members";
import { fingerprint, type Selection, selected } from "./selection";

export type Preview = {
  /** With whom it would be done. */
  people: ManagedMember[];
  leftOut: { reason: Reason; people: ManagedMember[] }[];
  /** How many were named who are not there for the viewer. */
  unknown: number;
  /** See `fingerprint`. */
  seen: string;
  /** A cursor to those who come after this batch. */
  rest: string | null;
};

/** What would be done, before anything is. */
export async function previewMany(viewer: Viewer, act: Act, selection: Selection): Promise<Preview> {
  const { ids, rest } = await selected(db, viewer, selection);
  const found = await managedMembers(db, viewer, ids);
  const judged = found.map((person) => ({ person, reason: whyNot(act, viewer, person) }));
  const of = (reason: Reason | null) => judged.filter((each) => each.reason === reason).map(({ person }) => person);
  return {
    people: of(null),
    leftOut: reasons.map((reason) => ({ reason, people: of(reason) })).filter(({ people }) => people.length > 0),
    unknown: ids.length - found.length,
    seen: fingerprint(ids),
    rest,
  };
}
