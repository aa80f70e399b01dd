import type { GroupTree } from "@/lib/groups/list";
import { figures } from "@/lib/web/figures";
import { GroupRow } from "./group-row";

type Branch = GroupTree["branches"][number];

/** The tree as lists in lists, so that it is one for whoever can't see the lines between them. */
export function Tree({ tree, label }: { tree: GroupTree; label: string }) {
  return (
    <ul className="tree" aria-label={label}>
      {tree.branches.map(branchOf)}
    </ul>
  );
}

const branchOf = (branch: Branch) => (
  <li key={branch.id}>
    <GroupRow group={branch} hidden={branch.below - branch.children.length} />
    {branch.children.length > 0 && <ul className="branch">{branch.children.map(branchOf)}</ul>}
  </li>
);

/** Said where the tree has more groups than the page. */
export async function TreeFoot({ tree }: { tree: GroupTree }) {
  if (tree.shown === tree.total) return null;
  const figure = await figures();
  return (
    <p className="table-foot small">
      The highest {figure(tree.shown)} of {figure(tree.total)} groups. Open a group to see what is under it, or search
      by name.
    </p>
  );
}
