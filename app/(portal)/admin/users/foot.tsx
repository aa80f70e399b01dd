import { Pager } from "@/components/shell/pager";
import { Sizes } from "@/components/shell/sizes";
import { ButtonLink } from "@/components/ui/button";
import type { MemberPage } from "@/lib/members/list/list-members";
import { type ListQuery, listAddress } from "@/lib/members/list/list-query";
import { pageSizes } from "@/lib/paging";
import { figures } from "@/lib/web/figures";
import { rangeWords } from "./range-words";

type Props = { query: ListQuery; page: MemberPage; manages: boolean };

/** The end of the list: adding somebody and, where there is anybody, how many a page and the way to the others. */
export async function Foot({ query, page, manages }: Props) {
  const { previous, next } = page;
  const add = manages && <ButtonLink href="/admin/users/new">+ Add User</ButtonLink>;
  if (page.rows.length === 0) return add && <div className="table-foot">{add}</div>;
  return (
    <div className="table-foot">
      {add}
      <Sizes sizes={pageSizes} size={query.size} to={(size) => listAddress(query, { size })} />
      <Pager
        range={rangeWords({ page, query, figure: await figures() })}
        {...(previous && { first: listAddress(query), previous: listAddress(query, { before: previous }) })}
        {...(next && { next: listAddress(query, { after: next }), last: listAddress(query, { before: "last" }) })}
      />
    </div>
  );
}
