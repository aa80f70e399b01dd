import { and, asc, type SQL } from "drizzle-orm";
import { members } from "@/db/schema";
import { membersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { sha256 } from "../../crypto";
import { packCursor } from "../../paging";
import type { Reader } from "../../reader";
import { fitting } from "../list/filter";
import type { ListQuery } from "../list/list-query";
import { beyond, keyOf, orderOf } from "../list/order";

/** More are done in several batches, each a transaction that nobody has to wait for long. */
export const MOST = 5000;

/** Those ticked, or all on a list. */
export type Selection = { ticked: readonly string[] } | { all: ListQuery };

type Selected = {
  ids: string[];
  /** Where the rest of all that match begins, when there are more than a batch takes. */
  rest: string | null;
};

/** Whom a selection means; one who is ticked twice counts once. */
export async function selected(reader: Reader, viewer: Viewer, selection: Selection): Promise<Selected> {
  if ("ticked" in selection) return { ids: [...new Set(selection.ticked)].slice(0, MOST), rest: null };
  const { from } = selection.all;
  const found = await reader
    .select({ id: members.id, key: keyOf("name") as SQL<string[]> })
    .from(members)
    .where(and(membersWithin(viewer, "users.manage"), fitting(viewer, selection.all), beginning(from)))
    .orderBy(orderOf("name", false), asc(members.id))
    .limit(MOST + 1);
  const batch = found.slice(0, MOST);
  const last = batch.at(-1);
  return {
    ids: batch.map(({ id }) => id),
    rest: last && found.length > MOST ? packCursor({ ...last, place: null }) : null,
  };
}

/** A batch goes by name, whatever order the list was shown in. */
const beginning = (from: ListQuery["from"]) =>
  typeof from === "object" && "after" in from ? beyond("name", from.after, false) : undefined;

/** Says which people somebody was asked about: what they agree to is done with those and no others. */
export const fingerprint = (ids: readonly string[]) => sha256([...ids].sort().join()).toString("base64url");
