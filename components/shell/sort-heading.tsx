import type { ReactNode } from "react";

type Props<By extends string> = {
  by: By;
  query: { by: By; descending: boolean };
  /** The same list sorted so. */
  to: (sort: { by: By; descending: boolean }) => string;
  className?: string;
  children: ReactNode;
};

/** A heading that sorts is a link; the one that the list is sorted by turns it round. */
export function SortHeading<By extends string>({ by, query, to, className, children }: Props<By>) {
  const isIt = query.by === by;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isIt ? (query.descending ? "descending" : "ascending") : undefined}
    >
      <a href={to({ by, descending: isIt && !query.descending })}>{children}</a>
    </th>
  );
}
