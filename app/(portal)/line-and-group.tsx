import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { Viewer } from "@/lib/access/viewer";
import { NoLine } from "./inbox/list/no-line";

type Props = {
  viewer: Viewer;
  lines: readonly unknown[];
  groups: readonly unknown[];
  /** What contact groups are wanted for. */
  sentence: string;
  children: ReactNode;
};

/** What needs a line to text from and a group of contacts; or which of them is missing, and the way to it. */
export function LineAndGroup({ viewer, lines, groups, sentence, children }: Props) {
  if (lines.length > 0 && groups.length > 0) return children;
  return (
    <div className="card">
      {lines.length === 0 ? (
        <NoLine viewer={viewer} />
      ) : (
        <Empty title="No contact groups yet" sentence={`${sentence} Make one first.`}>
          <ButtonLink href="/contacts/groups">Contact groups</ButtonLink>
        </Empty>
      )}
    </div>
  );
}
