import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { can, holdsEverywhere } from "@/lib/access/can";
import { carrierHere } from "@/lib/carrier/carrier-here";
import { countConversations } from "@/lib/conversations/list";
import { wayOut } from "@/lib/outbox/way-out";
import { getFigures } from "@/lib/overview/figures";
import { getFirstDays } from "@/lib/overview/first-days";
import { loginsByDay } from "@/lib/overview/logins-by-day";
import { getNotices } from "@/lib/overview/notices";
import { eyesOf } from "@/lib/text/eyes";
import { firstWeekday } from "@/lib/text/week";
import { figures as figuresOf } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { FigureList } from "./figure-list";
import { figureLists } from "./figure-words";
import { FirstDaysCard } from "./first-days";
import { Logins } from "./logins";
import { noticeWords } from "./notice-words";
import { NoticeBox } from "./notices";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const viewer = await requireViewer("account.view");
  const [figures, days, waiting, email, figure, firstDays, notices] = await Promise.all([
    getFigures(viewer),
    loginsByDay(viewer),
    can(viewer, "messages.read") ? countConversations(viewer, null) : null,
    wayOut(),
    figuresOf(),
    getFirstDays(viewer),
    getNotices(viewer),
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
      {firstDays && <FirstDaysCard days={firstDays} />}
      {notices && <NoticeBox told={noticeWords(notices, figure)} />}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {lists.map((list) => (
          <FigureList key={list.title} {...list} />
        ))}
        <Logins
          days={days}
          figure={figure}
          eyes={eyesOf(viewer)}
          firstWeekday={firstWeekday(viewer)}
          seesActivity={can(viewer, "audit.view")}
        />
      </div>
    </>
  );
}
