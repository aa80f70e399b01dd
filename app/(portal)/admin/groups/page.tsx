import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/access/can";
import { findGroups, GroupsPage } from "@/lib/groups/find";
import { listGroups } from "@/lib/groups/list";
import { requireViewer } from "@/lib/web/viewer";
import { AllGroups, FoundGroups } from "./groups";
import { SearchGroups } from "./search-groups";

export const metadata: Metadata = { title: "Groups" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupsPageOf({ searchParams }: Props) {
  const viewer = await requireViewer("account.view");
  const { search } = GroupsPage.parse(await searchParams);
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
      <SearchGroups search={search} />
      {search ? (
        <FoundGroups groups={await findGroups(viewer, search)} search={search} />
      ) : (
        <AllGroups tree={await listGroups(viewer)} manages={Boolean(add)} />
      )}
    </>
  );
}
