import { z } from "zod";
import type { Params } from "../../paging";
import { type Act, acts } from "../acts";
import { type ListQuery, listQuery } from "../list/list-query";
import { MOST, type Selection } from "./selection";

export type BulkQuery = {
  act: Act;
  /** The list that the people were chosen on. */
  list: ListQuery;
  selection: Selection;
  /** The cursor of a later batch, as the address has it. */
  after: string | null;
};

const every = (value: string | string[] | undefined) => (Array.isArray(value) ? value : value ? [value] : []);

/** What an address asks for; null when it says nothing that could be done. */
export function bulkQuery({ sort, ...params }: Params): BulkQuery | null {
  const act = acts.find((known) => known === every(params.act)[0]);
  if (!act) return null;
  // A batch goes by name: a cursor of another order would mean nothing to it.
  const byName = listQuery(params);
  const list = listQuery({ ...params, sort });
  const isRest = typeof byName.from === "object" && "after" in byName.from;
  const ticked = every(params.member).filter((id) => z.uuid().safeParse(id).success);
  const wantsAll = every(params.all)[0] === "1";
  return {
    act,
    list,
    selection: wantsAll ? { all: byName } : { ticked: [...new Set(ticked)].slice(0, MOST) },
    after: wantsAll && isRest ? (every(params.after)[0] ?? null) : null,
  };
}
