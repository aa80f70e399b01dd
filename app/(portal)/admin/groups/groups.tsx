import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { findGroups } from "@/lib/groups/find";
import type { GroupTree } from "@/lib/groups/list";
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

type Found = Awaited<ReturnType<typeof findGroups>>;

/** What was searched for, each with the groups above it. */
export function FoundGroups({ groups, search }: { groups: Found; search: string }) {
  if (groups.length === 0)
    return (
      <div className="card">
        <Empty title="No group found" sentence={`No group that you can see has “${search}” in its name.`}>
          <ButtonLink href="/admin/groups">All groups</ButtonLink>
        </Empty>
      </div>
    );
  return (
    <div className="card">
      <ul className="tree" aria-label="Groups found">
        {groups.map((group) => (
          <li key={group.id}>
            <GroupRow group={group} trail={group.trail} />
          </li>
        ))}
      </ul>
      {groups.length >= 200 && <p className="table-foot small">The first 200. Type more of the name.</p>}
    </div>
  );
}
