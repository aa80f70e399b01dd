import type { Metadata } from "next";
import { cache } from "react";
import { getGroup } from "@/lib/groups/get";
import { GroupPeoplePage } from "@/lib/groups/people-of-group";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { Head } from "./head";
import { Numbers } from "./numbers";
import { People } from "./people";
import { Settings } from "./settings";
import { SubGroups } from "./sub-groups";

type Props = {
  params: Promise<{ groupId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (id: string) => {
  const viewer = await requireViewer("account.view");
  return { viewer, group: (await getGroup(viewer, id)) ?? (await forbidden(viewer)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { group } = await load((await params).groupId);
  return { title: group.name };
}

export default async function GroupPage({ params, searchParams }: Props) {
  const { viewer, group } = await load((await params).groupId);
  const asked = await searchParams;
  const wish = GroupPeoplePage.parse(asked);
  return (
    <>
      <Head group={group} />
      <People viewer={viewer} group={group} wish={wish} />
      <SubGroups viewer={viewer} group={group} />
      <Numbers viewer={viewer} group={group} />
      <Settings viewer={viewer} group={group} />
    </>
  );
}
