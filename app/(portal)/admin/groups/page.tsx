import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/access/can";
import { findGroups } from "@/lib/groups/find";
import { groupsQuery, isWholeTree } from "@/lib/groups/groups-query";
import { listGroups } from "@/lib/groups/list";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { RowKeys } from "../../rows/row-keys";
import { Filters } from "./filters";
import { AllGroups, FoundGroups } from "./groups";
import { foundWords } from "./words";

export const metadata: Metadata = { title: "Groups" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupsPage({ searchParams }: Props) {
  const viewer = await requireViewer("account.view");
  const query = groupsQuery(await searchParams);
  const found = isWholeTree(query) ? null : await findGroups(viewer, query);
  const add = can(viewer, "groups.manage") && (
    <ButtonLink href="/admin/groups/new" variant="primary">
      + Add Group
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Groups"
        subtitle="Teams and places. A role given in a group counts in everything under it, too."
        actions={add}
      />
      <Filters query={query} />
      <div id="groups">
        {found ? (
          <FoundGroups found={found} query={query} />
        ) : (
          <AllGroups tree={await listGroups(viewer)} manages={Boolean(add)} />
        )}
      </div>
      <RowKeys of="groups" />
      <p className="sr-only" aria-live="polite">
        {found && foundWords(found.total, await figures())}
      </p>
    </>
  );
}
