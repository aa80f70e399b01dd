import { Notice } from "@/components/ui/notice";
import { type ListQuery, listAddress } from "@/lib/members/list/list-query";

/** An address or a view kept for long may name a group that is there no more. `asked`: as it came. */
export const GoneGroup = ({ asked, query }: { asked: ListQuery; query: ListQuery }) =>
  asked.group !== null &&
  query.group === null && (
    <Notice tone="wait">
      The group that this list was filtered by is gone, or isn't yours to see any more. Here is everybody else who fits:{" "}
      <a className="link" href={listAddress(query)}>
        go on without it
      </a>
      , or choose another group.
    </Notice>
  );
