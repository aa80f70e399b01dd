import type { CountedPage, PageSize } from "@/lib/paging";
import { Pager } from "./pager";
import { Sizes } from "./sizes";

type Props = {
  list: CountedPage<unknown>;
  query: { page: number; size: PageSize };
  sizes: readonly PageSize[];
  figure: (count: number) => string;
  to: (change: { page?: number; size?: PageSize }) => string;
};

/** The end of a list whose pages are counted out: how many a page, and the way to the others. */
export function CountedFoot({ list, query, sizes, figure, to }: Props) {
  const { rows, total, from, pages } = list;
  if (rows.length === 0 || total <= Math.min(...sizes)) return null;
  const at = (page: number) => (page === query.page || page < 1 || page > pages ? undefined : to({ page }));
  return (
    <div className="table-foot">
      <Sizes sizes={sizes} size={query.size} to={(size) => to({ size })} />
      <Pager
        range={`${figure(from)}–${figure(from + rows.length - 1)} of ${figure(total)}`}
        first={at(1)}
        previous={at(query.page - 1)}
        next={at(query.page + 1)}
        last={at(pages)}
      />
    </div>
  );
}
