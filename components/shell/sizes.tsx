import type { PageSize } from "@/lib/paging";

type Props = { sizes: readonly PageSize[]; size: PageSize; to: (size: PageSize) => string };

/** How many rows a page of a list has: the same list by each. */
export const Sizes = ({ sizes, size, to }: Props) => (
  <p className="sizes">
    {sizes.map((each) => (
      <a key={each} href={to(each)} {...(each === size && { "aria-current": true })}>
        {each}
      </a>
    ))}{" "}
    a page
  </p>
);
