import { Pager } from "@/components/shell/pager";
import { Sizes } from "@/components/shell/sizes";
import { type ContactsQuery, contactsAddress } from "@/lib/contacts/contacts-query";
import { type Page, pageSizes } from "@/lib/paging";

type Props = { query: ContactsQuery; page: Page<unknown> };

/** How many a page, and the way to the others. */
export function Foot({ query, page: { rows, previous, next } }: Props) {
  if (rows.length === 0) return null;
  return (
    <div className="table-foot">
      <Sizes sizes={pageSizes} size={query.size} to={(size) => contactsAddress(query, { size })} />
      <Pager
        range={previous || next ? "" : `${rows.length} contact${rows.length === 1 ? "" : "s"}`}
        {...(previous && { first: contactsAddress(query), previous: contactsAddress(query, { before: previous }) })}
        {...(next && {
          next: contactsAddress(query, { after: next }),
          last: contactsAddress(query, { before: "last" }),
        })}
      />
    </div>
  );
}
