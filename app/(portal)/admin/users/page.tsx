import type { Metadata } from "next";
import { can, holdsEverywhere } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { groupsToFilter } from "@/lib/members/list/groups-to-filter";
import { listMembers } from "@/lib/members/list/list-members";
import { listQuery } from "@/lib/members/list/list-query";
import { countUndecided } from "@/lib/outbox/log/count-undecided";
import { getNotices } from "@/lib/overview/notices";
import { paramOf } from "@/lib/paging";
import { listViews } from "@/lib/saved-views/list";
import { eyesOf } from "@/lib/text/eyes";
import { inZone } from "@/lib/text/time-words";
import { figures } from "@/lib/web/figures";
import { requireViewer } from "@/lib/web/viewer";
import { RowKeys } from "../../rows/row-keys";
import { Whole } from "../../rows/whole";
import { Views } from "../../views/views";
import { Welcome } from "../../welcome";
import { noticeWords } from "../notice-words";
import { NoticeLine } from "../notices";
import { UndecidedNotice } from "../undecided-notice";
import { BulkForm } from "./bulk-form";
import { columnRoom } from "./column-room";
import { Filters } from "./filters";
import { Foot } from "./foot";
import { HeadActions } from "./head-actions";
import { Headings } from "./headings";
import { Nobody } from "./nobody";
import { People } from "./people";
import { personLine } from "./person-line";
import { foundWords } from "./range-words";
import { RowMenu } from "./rows/row-menu";
import { StatusTabs } from "./status-tabs";
import { GoneGroup } from "./views/gone-group";
import { Narrowed } from "./views/narrowed";
import { isShowing } from "./views/showing";

export const metadata: Metadata = { title: "Users" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const viewer = await requireViewer("account.view");
  const params = await searchParams;
  const asked = listQuery(params);
  const groups = await groupsToFilter(viewer, asked.group, paramOf(params, "find"));
  const query = { ...asked, group: groups.chosen };
  const [page, undecided, views, notices, figure] = await Promise.all([
    listMembers(viewer, query),
    countUndecided(viewer),
    listViews(viewer, "users"),
    getNotices(viewer),
    figures(),
  ]);
  const manages = can(viewer, "users.manage");
  const shown = views.find((view) => isShowing(asked, view));
  const eyes = { ...eyesOf(viewer), memberId: viewer.memberId };
  const lines = page.rows.map((row) => personLine(row, eyes));
  const table = lines.length > 0 && (
    <table className="table">
      <Headings query={query} manages={manages} />
      <People lines={lines} zone={inZone(eyes.zone)} manages={manages} />
    </table>
  );
  return (
    <>
      <header className="mb-2 flex items-start justify-between gap-x-4 max-sm:-mt-5 max-sm:mb-0 max-sm:items-center [.flash~&]:mt-0">
        <div className="min-w-0">
          <h1>Users</h1>
          <p className="mt-0.5 text-ink-2 max-sm:hidden">{whoIsListed(viewer)}</p>
        </div>
        <div className="page-actions flex-none flex-nowrap">
          <HeadActions query={query} manages={manages} />
        </div>
      </header>
      <Welcome viewer={viewer} />
      {undecided > 0 && (
        <div className="contents max-sm:*:my-1 max-sm:*:gap-x-2 max-sm:*:px-2.5 max-sm:*:py-1 max-sm:*:text-small">
          <UndecidedNotice count={undecided} />
        </div>
      )}
      <div className="mb-3 max-sm:mb-1.5 flex items-center gap-x-2 overflow-x-auto whitespace-nowrap border-line border-b [scrollbar-width:none] *:mb-0 *:flex-none *:flex-nowrap *:border-b-0">
        <StatusTabs {...{ query, totals: page.totals, shown }} />
        <Views list="users" shown={shown} views={views} />
        {notices && <NoticeLine told={noticeWords(notices, figure)} />}
      </div>
      <Filters query={query} groups={groups.offer} />
      <GoneGroup asked={asked} query={query} />
      <Narrowed {...{ query, shown }} group={groups.offer.choices.find(({ value }) => value === query.group)?.label} />
      <div className={`card people ${columnRoom(lines)}`} id="people">
        {manages ? <BulkForm {...{ viewer, query, page }}>{table}</BulkForm> : table}
        <Nobody query={query} page={page} manages={manages} self={viewer.memberId} />
        <Foot query={query} page={page} manages={manages} />
      </div>
      {manages && <RowMenu of="people" />}
      <RowKeys of="people" />
      <Whole of="people" />
      <p className="sr-only" aria-live="polite">
        {foundWords({ page, query, figure })}
      </p>
    </>
  );
}

const whoIsListed = (viewer: Viewer) =>
  holdsEverywhere(viewer, "account.view")
    ? `Everybody at ${viewer.accountName}: active, invited and disabled.`
    : `Everybody at ${viewer.accountName} whose roles all lie in your groups.`;
