import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Viewer } from "@/lib/access/viewer";
import { type ContactsQuery, contactsAddress } from "@/lib/contacts/contacts-query";
import { countContacts } from "@/lib/contacts/count-contacts";
import { countFirstContacts } from "@/lib/contacts/count-first-contacts";
import type { ContactRow } from "@/lib/contacts/list";
import type { Page } from "@/lib/paging";
import { figures } from "@/lib/web/figures";
import { isDocument } from "@/lib/web/request";
import { Selection } from "../rows/selection";

type Props = { viewer: Viewer; query: ContactsQuery; page: Page<ContactRow>; children: ReactNode };

const ACTS = { put: "Add to group", "take-out": "Remove from group", "opt-out": "Opt out", delete: "Delete" };

/** Away until somebody is chosen, as on Users. */
const UNLESS_CHOSEN = "[form:not(:has([name=contact]:is(:checked,[type=hidden]),[name=all]:checked))_&]:hidden";

/** And then in sight, however long the list. */
const STAYS = "[form:has([name=contact]:is(:checked,[type=hidden]),[name=all]:checked)_&]:sticky";

/** A GET form around the rows: whom one has ticked, or all that match, goes to a page that asks. */
export async function Ticks({ viewer, query, page, children }: Props) {
  const asked = contactsAddress({ ...query, by: "name", descending: false, size: 25 }, {}, "");
  return (
    <form action="/contacts/bulk" autoComplete="off">
      <input type="hidden" name="list" value={new URL(contactsAddress(query), "http://list").search.slice(1)} />
      {children}
      <fieldset
        className={`bottom-0 z-2 flex min-w-0 flex-wrap items-center gap-2 border-line border-t bg-panel px-4 py-3 ${STAYS} [@media(scripting:enabled)]:[&>p:empty]:-mr-2`}
        aria-label="Selected contacts"
        hidden={page.rows.length === 0}
      >
        <Selection
          name="contact"
          counts="/contacts/count"
          asked={asked}
          {...(await wholeWords({ viewer, query, page }))}
        />
        <span className={`bulk-acts ${UNLESS_CHOSEN}`}>
          {Object.entries(ACTS).map(([act, verb]) => (
            <Button key={act} type="submit" size="small" name="act" value={act}>
              {verb}
            </Button>
          ))}
          <Button type="reset" variant="quiet" size="small">
            Clear selection
          </Button>
        </span>
      </fieldset>
    </form>
  );
}

/** Counting more than these would cost more than the page itself. */
const MOST = 1000;

/**
 * Of what fits on one page, or as many as are counted with it where there is no script to count later (082). By whether
 * texts reach them so many are looked at, and what is found among more than these is the least that there are.
 */
async function wholeWords({ viewer, query, page: { rows, previous, next } }: Omit<Props, "children">) {
  const figure = await figures();
  if (!previous && !next) return { whole: figure(rows.filter(({ manages }) => manages).length) };
  if (!(await isDocument())) return { whole: null };
  const { count, isAll } = query.texts ? await countFirstContacts(viewer, query) : await countedTo(viewer, query);
  if (count === 0) return { whole: null };
  return isAll && count <= MOST
    ? { whole: figure(count) }
    : { whole: null, atLeast: `${figure(Math.min(count, MOST))}+` };
}

async function countedTo(viewer: Viewer, query: ContactsQuery) {
  const count = await countContacts(viewer, query, MOST);
  return { count, isAll: count <= MOST };
}
