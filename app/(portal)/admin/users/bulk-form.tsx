import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { type MemberPage, wholeOf } from "@/lib/members/list/list-members";
import { type ListQuery, listAddress, listParams } from "@/lib/members/list/list-query";
import { figures } from "@/lib/web/figures";
import { bulkWords } from "./bulk/words";
import { Selection } from "./rows/selection";

type Props = { query: ListQuery; page: MemberPage; children: ReactNode };

/**
 * The rows can be ticked, and what is done with them is asked on a page of its own: a GET form, so it needs no script.
 * The list's own search and filters go along, for all that match.
 */
export async function BulkForm({ query, page, children }: Props) {
  const { rows, previous, next } = page;
  const whole = wholeOf(query, page.totals) ?? (previous || next ? null : rows.length);
  const figure = await figures();
  return (
    <form action="/admin/users/bulk" className="bulk" autoComplete="off">
      {Object.entries(listParams(query)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <fieldset className="bulk-bar" aria-label="Selected users">
        <Selection
          asked={listAddress(query, { by: "name", descending: false, size: 25 }, "")}
          whole={whole === null ? null : figure(whole)}
        />
        <div className="bulk-acts">
          {Object.entries(bulkWords).map(([act, { verb, variant }]) => (
            <Button key={act} type="submit" name="act" value={act} size="small" {...(variant && { variant })}>
              {verb}
            </Button>
          ))}
          <Button type="reset" variant="quiet" size="small">
            Clear selection
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
