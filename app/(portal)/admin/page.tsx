import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { can, holdsEverywhere } from "@/lib/access/can";
import { carrierHere } from "@/lib/carrier/carrier-here";
import { countConversations } from "@/lib/conversations/list";
import { wayOut } from "@/lib/outbox/way-out";
import { getFigures } from "@/lib/overview/figures";
import { loginsByDay } from "@/lib/overview/logins-by-day";
import { figures as figuresOf } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { FigureList } from "./figure-list";
import { figureLists } from "./figure-words";
import { Logins } from "./logins";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const viewer = await requireViewer("account.view");
  const [figures, days, waiting, email, figure] = await Promise.all([
    getFigures(viewer),
    loginsByDay(viewer),
    can(viewer, "messages.read") ? countConversations(viewer, null) : null,
    wayOut(),
    figuresOf(),
  ]);
  const lists = figureLists({
    ...{ figures, figure, email },
    conversations: waiting?.unclaimed ?? null,
    carrier: carrierHere()?.name,
    seesEmails: can(viewer, "audit.view"),
  });
  const where = holdsEverywhere(viewer, "account.view") ? viewer.accountName : `your groups of ${viewer.accountName}`;
  return (
    <>
      <PageHeader title="Overview" subtitle={`How things stand in ${where}.`} />
      <div className="grid gap-4 lg:grid-cols-2">
        {lists.map((list) => (
          <FigureList key={list.title} {...list} />
        ))}
        <Logins days={days} figure={figure} locale={viewer.locale} seesActivity={can(viewer, "audit.view")} />
      </div>
    </>
  );
}
