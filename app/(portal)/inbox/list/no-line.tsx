import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { can } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";

/** Whoever gives lines need not ask for one. */
export const NoLine = ({ viewer }: { viewer: Viewer }) =>
  can(viewer, "numbers.manage") ? (
    <Empty title="You have no line yet" sentence="Add a number, or add yourself to one that is there.">
      <ButtonLink href="/admin/numbers">Numbers</ButtonLink>
    </Empty>
  ) : (
    <Empty title="You have no line yet" sentence="An Admin gives you the numbers that you text from." />
  );
