import type { ReactNode } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { countMatching } from "@/lib/members/list/count-matching";
import { type MemberPage, MOST_COUNTED, wholeOf } from "@/lib/members/list/list-members";
import { type ListQuery, listAddress, listParams } from "@/lib/members/list/list-query";
import { figures } from "@/lib/web/figures";
import { isDocument } from "@/lib/web/request";
import { Selection } from "../../rows/selection";
import { bulkWords } from "./bulk/words";
import { BulkActs } from "./bulk-acts";

type Props = { viewer: Viewer; query: ListQuery; page: MemberPage; children: ReactNode };

/**
 * The rows can be ticked, and what is done with them is asked on a page of its own: a GET form, so it needs no script.
 * The list's own search and filters go along, for all that match.
 */
export async function BulkForm({ viewer, query, page, children }: Props) {
  const whole = await wholeWords({ viewer, query, page });
  return (
    <form action="/admin/users/bulk" className="bulk" autoComplete="off">
      {Object.entries(listParams(query)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <fieldset className="bulk-bar" aria-label="Selected users">
        <Selection
          name="member"
          counts="/admin/users/count"
          asked={listAddress(query, { by: "name", descending: false, size: 25 }, "")}
          {...whole}
        />
        <div className="bulk-acts">
          <BulkActs
            acts={Object.entries(bulkWords).map(([act, { verb, variant }]) =>
              variant ? [act, verb, variant] : [act, verb],
            )}
          />
        </div>
      </fieldset>
    </form>
  );
}

/**
 * Known with the page, or counted as far as that costs no more than the page does: where there is no script, nothing counts
 * later. A router's page has one.
 */
async function wholeWords({ viewer, query, page }: Omit<Props, "children">) {
  const figure = await figures();
  const { rows, previous, next, totals } = page;
  const known = wholeOf(query, totals) ?? (previous || next ? null : rows.length);
  if (known !== null) return { whole: figure(known) };
  const counted = (await isDocument()) ? await countMatching(viewer, query, MOST_COUNTED) : 0;
  if (counted > MOST_COUNTED) return { whole: null, atLeast: `${figure(MOST_COUNTED)}+` };
  return { whole: counted === 0 ? null : figure(counted) };
}
