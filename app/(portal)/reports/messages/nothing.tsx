import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { HISTORY, type HistoryQuery, historyAddress, isAsked } from "@/lib/reports/history-query";

export function NoTexts({ query, hasLines }: { query: HistoryQuery; hasLines: boolean }) {
  if (!hasLines)
    return (
      <Empty title="No line of yours" sentence="You see the texts of the lines that you have. An Admin gives them." />
    );
  if (query.from !== "first" && query.from !== "last")
    return (
      <Empty title="Nothing on this page" sentence="The texts don't reach that far.">
        <ButtonLink href={historyAddress(query)}>Back to the newest</ButtonLink>
      </Empty>
    );
  if (isAsked(query))
    return (
      <Empty title="Nothing found" sentence="No text on your lines is like that.">
        <ButtonLink href={HISTORY}>Clear filters</ButtonLink>
      </Empty>
    );
  return <Empty title="No texts yet" sentence="What customers and colleagues write on your lines is listed here." />;
}
