import type { Metadata } from "next";
import { cache } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Avatar } from "@/components/ui/avatar";
import { Pill } from "@/components/ui/pill";
import type { Viewer } from "@/lib/access/viewer";
import { accessOptions } from "@/lib/members/access/access-options";
import { getMember, type Member } from "@/lib/members/get";
import { paramOf } from "@/lib/paging";
import { offer } from "@/lib/pick/offer";
import { shownAddress } from "@/lib/text/address";
import { eyesOf } from "@/lib/text/eyes";
import { asLeft } from "@/lib/web/as-left";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { MemberActivity } from "./activity";
import { DeleteSection } from "./delete-section";
import { EditForm } from "./edit-form";
import { History } from "./history";
import { LinkForms } from "./link-forms";
import { PersonTabs, tabIn } from "./parts/person-tabs";

type Props = {
  params: Promise<{ memberId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const asking = cache(() => requireViewer("users.manage"));
const load = cache(async (memberId: string) => {
  const viewer = await asking();
  return (await getMember(viewer, memberId)) ?? (await forbidden(viewer));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await load((await params).memberId);
  return { title: member.name };
}

export default async function EditUserPage({ params, searchParams }: Props) {
  const [viewer, { memberId }, asked] = await Promise.all([asking(), params, searchParams]);
  const tab = tabIn(paramOf(asked, "tab"));
  const gives = tab === "access" || asked.more === "access";
  const [member, numbers, options] = await Promise.all([
    load(memberId),
    offer(viewer, { from: "numbers-to-give" }),
    gives && memberId !== viewer.memberId ? accessOptions(viewer) : undefined,
  ]);
  return (
    <>
      <PageHeader
        title={member.name}
        subtitle={member.username ?? (member.name !== shownAddress(member.email) && shownAddress(member.email))}
        back={{ href: await asLeft("/admin/users"), label: "Users" }}
        avatar={<Avatar id={member.id} name={member.name} size="large" />}
        actions={<Pill>{member.status}</Pill>}
      />
      <PersonTabs memberId={member.id} tab={tab} />
      <LinkForms member={member} />
      {tab !== "history" && <EditForm member={member} numbers={numbers} more={options} tab={tab} />}
      {tab !== "details" && tab !== "access" && <PersonHistory member={member} viewer={viewer} />}
      {!member.isSelf && (tab === null || tab === "details") && (
        <DeleteSection member={member} asked={asked.ask === "delete"} />
      )}
    </>
  );
}

const PersonHistory = ({ member, viewer }: { member: Member; viewer: Viewer }) => (
  <>
    <History member={member} eyes={eyesOf(viewer)} />
    <MemberActivity memberId={member.id} viewer={viewer} />
  </>
);
