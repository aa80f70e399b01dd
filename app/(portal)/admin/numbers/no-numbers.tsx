import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { leavesOutNumbers, NUMBERS, type NumbersQuery, numbersAddress } from "@/lib/numbers/numbers-query";
import type { CountedPage } from "@/lib/paging";

type Props = { list: CountedPage<unknown>; query: NumbersQuery; add: ReactNode };

/** What to say where there is no number. */
export function NoNumbers({ list, query, add }: Props) {
  if (list.rows.length > 0) return null;
  if (list.total > 0)
    return (
      <Empty title="Nothing on this page" sentence="There are fewer numbers than that by now.">
        <ButtonLink href={numbersAddress(query)}>Back to the first page</ButtonLink>
      </Empty>
    );
  if (leavesOutNumbers(query))
    return (
      <Empty
        title="No number found"
        sentence={
          query.people === "none" ? "No number like that is in service without anyone." : "No number is like that."
        }
      >
        <ButtonLink href={NUMBERS}>Clear search and filters</ButtonLink>
      </Empty>
    );
  return (
    <Empty
      title="No numbers yet"
      sentence={add ? "Add an SMS number, then say who has it." : "An Admin adds them, and says who has which."}
    >
      {add}
    </Empty>
  );
}
