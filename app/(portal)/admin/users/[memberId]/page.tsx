import type { Metadata } from "next";
import { cache } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { Avatar } from "@/components/ui/avatar";
import { Pill } from "@/components/ui/pill";
import { accessOptions } from "@/lib/members/access/access-options";
import { getMember } from "@/lib/members/get";
import { fewNumberOptions, numberOptions } from "@/lib/numbers/options";
import { shownAddress } from "@/lib/text/address";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { MemberActivity } from "./activity";
import { DeleteSection } from "./delete-section";
import { EditForm } from "./edit-form";
import { Explanation } from "./explanation";
import { History } from "./history";
import { LinkForms } from "./link-forms";

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
  const [viewer, { memberId }, { ask, more }] = await Promise.all([asking(), params, searchParams]);
  const opened = more === "access" && memberId !== viewer.memberId;
  const [member, numbers, options] = await Promise.all([
    load(memberId),
    opened ? numberOptions(viewer) : fewNumberOptions(viewer),
    opened ? accessOptions(viewer) : undefined,
  ]);
  return (
    <>
      <PageHeader
        title={member.name}
        subtitle={member.username ?? (member.name !== shownAddress(member.email) && shownAddress(member.email))}
        back={{ href: "/admin/users", label: "Users" }}
        avatar={<Avatar id={member.id} name={member.name} size="large" />}
        actions={<Pill>{member.status}</Pill>}
      />
      <LinkForms member={member} />
      <EditForm member={member} numbers={numbers} more={options} />
      <Explanation member={member} />
      <History member={member} zone={viewer.timeZone} locale={viewer.locale} />
      <MemberActivity memberId={member.id} viewer={viewer} />
      {!member.isSelf && <DeleteSection member={member} asked={ask === "delete"} />}
    </>
  );
}
