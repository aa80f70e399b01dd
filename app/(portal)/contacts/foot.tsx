import { Pager } from "@/components/shell/pager";
import { type ContactsQuery, contactsAddress } from "@/lib/contacts/contacts-query";
import { type Page, pageSizes } from "@/lib/paging";

type Props = { query: ContactsQuery; page: Page<unknown> };

/** How many a page, and the way to the others. */
export function Foot({ query, page: { rows, previous, next } }: Props) {
  if (rows.length === 0) return null;
  return (
    <div className="table-foot">
      <p className="sizes">
        {pageSizes.map((size) => (
          <a key={size} href={contactsAddress(query, { size })} aria-current={size === query.size ? "true" : undefined}>
            {size}
          </a>
        ))}{" "}
        a page
      </p>
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
