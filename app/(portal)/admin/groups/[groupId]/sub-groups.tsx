import { Section } from "@/components/form/section";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Viewer } from "@/lib/access/viewer";
import type { Group } from "@/lib/groups/get";
import { listGroups } from "@/lib/groups/list";
import { Tree, TreeFoot } from "../tree";

export async function SubGroups({ viewer, group }: { viewer: Viewer; group: Group }) {
  const tree = await listGroups(viewer, group.id);
  return (
    <Section title="Sub-groups" sentence={`Who has a role in ${group.name} has it in these, too.`}>
      <div className="wide form">
        <div className="card">
          {tree.total > 0 && <Tree tree={tree} label="Sub-groups" />}
          {tree.total === 0 && (
            <Empty
              title="No sub-groups"
              sentence="A sub-group is a part of this group with people and numbers of its own."
            />
          )}
          <TreeFoot tree={tree} />
        </div>
        {group.may.edit && (
          <div>
            <ButtonLink href={`/admin/groups/new?parent=${group.id}`}>+ Add Group</ButtonLink>
          </div>
        )}
      </div>
    </Section>
  );
}
