import { CountedFoot } from "@/components/shell/counted-foot";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { findGroups } from "@/lib/groups/find";
import { GROUPS, type GroupsQuery, groupsAddress } from "@/lib/groups/groups-query";
import type { GroupTree } from "@/lib/groups/list";
import { pageSizes } from "@/lib/paging";
import { figures } from "@/lib/web/figures";
import { GroupRow } from "./group-row";
import { Tree, TreeFoot } from "./tree";

export function AllGroups({ tree, manages }: { tree: GroupTree; manages: boolean }) {
  return (
    <div className="card [&>.empty]:border-line [&>.empty]:border-t [&>.empty]:py-10">
      <Tree tree={tree} label="Groups" />
      <TreeFoot tree={tree} />
      {tree.total === 1 && manages && (
        <Empty
          title="One group so far"
          sentence="Add a group for each team or location. People, numbers and roles can then belong to a part of the company."
        />
      )}
    </div>
  );
}

type Found = { found: Awaited<ReturnType<typeof findGroups>>; query: GroupsQuery };

/** What was looked for, each with the groups above it. */
export async function FoundGroups({ found, query }: Found) {
  if (found.total === 0)
    return (
      <div className="card">
        <Empty title="No group found" sentence="No group that you can see is like that.">
          <ButtonLink href={GROUPS}>Clear search and filters</ButtonLink>
        </Empty>
      </div>
    );
  if (found.rows.length === 0)
    return (
      <div className="card">
        <Empty title="Nothing on this page" sentence="There are fewer groups than that by now.">
          <ButtonLink href={groupsAddress(query)}>Back to the first page</ButtonLink>
        </Empty>
      </div>
    );
  return (
    <div className="card">
      <ul className="tree" aria-label="Groups found">
        {found.rows.map((group) => (
          <li key={group.id}>
            <GroupRow group={group} trail={group.trail} />
          </li>
        ))}
      </ul>
      <CountedFoot
        {...{ list: found, query, sizes: pageSizes, figure: await figures() }}
        to={(change) => groupsAddress(query, change)}
      />
    </div>
  );
}
