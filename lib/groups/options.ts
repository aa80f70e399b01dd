/** `parent`: the group right above it. */
type GroupOption = { value: string; label: string; parent: string | null };
type Node = { id: string; parentId: string | null; name: string; depth: number };

/** A choice of a select, set in by its depth in the tree. The space is one that matching ignores. */
export const setIn = ({ id, parentId, name, depth }: Node): GroupOption => ({
  value: id,
  parent: parentId,
  label: `${"\u2003".repeat(depth)}${name}`,
});
