type Node = { id: string; parentId: string | null; name: string };

/**
 * Groups as the tree has them, each under its parent, siblings in the order given; `depth` counts from the highest that
 * is there, so that a part of a tree begins at 0.
 */
export function inTreeOrder<T extends Node>(groups: readonly T[]): (T & { depth: number })[] {
  const known = new Set(groups.map((group) => group.id));
  const children = new Map<string, T[]>();
  for (const group of groups) {
    const parent = group.parentId && known.has(group.parentId) ? group.parentId : "";
    const siblings = children.get(parent) ?? [];
    siblings.push(group);
    children.set(parent, siblings);
  }
  const ordered: (T & { depth: number })[] = [];
  const waiting = (children.get("") ?? []).map((group) => ({ ...group, depth: 0 })).reverse();
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    ordered.push(group);
    const depth = group.depth + 1;
    const below = children.get(group.id) ?? [];
    waiting.push(...below.map((child) => ({ ...child, depth })).reverse());
  }
  return ordered;
}

export type Branch<T> = T & { children: Branch<T>[] };

/** The same as branches: each with what is right under it. */
export function asTree<T extends { id: string; parentId: string | null }>(groups: readonly T[]): Branch<T>[] {
  const branches: Branch<T>[] = groups.map((group) => ({ ...group, children: [] }));
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  return branches.filter((branch) => {
    const parent = branch.parentId ? byId.get(branch.parentId) : undefined;
    parent?.children.push(branch);
    return !parent;
  });
}
