import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { type ActivityQuery, activityAddress, isAsked } from "@/lib/audit/query";

export function NothingThere({ query }: { query: ActivityQuery }) {
  if (query.from !== "first" && query.from !== "last")
    return (
      <Empty title="Nothing on this page" sentence="History doesn't reach that far.">
        <ButtonLink href={activityAddress(query)}>Back to the newest</ButtonLink>
      </Empty>
    );
  if (isAsked(query))
    return (
      <Empty title="Nothing found" sentence="Nothing like that is in the history that you can see.">
        <ButtonLink href="/admin/activity">Clear filters</ButtonLink>
      </Empty>
    );
  return (
    <Empty title="Nothing yet" sentence="Whatever is changed from now on is written down here, with who did it." />
  );
}
