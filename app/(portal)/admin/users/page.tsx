import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { can, holdsEverywhere } from "@/lib/access/can";
import type { Viewer } from "@/lib/access/viewer";
import { groupsToFilter } from "@/lib/members/list/groups-to-filter";
import { listMembers } from "@/lib/members/list/list-members";
import { listQuery } from "@/lib/members/list/list-query";
import { countUndecided } from "@/lib/outbox/log/count-undecided";
import { requireViewer } from "@/lib/web/viewer";
import { Welcome } from "../../welcome";
import { UndecidedNotice } from "../undecided-notice";
import { BulkForm } from "./bulk-form";
import { Filters, StatusTabs } from "./filters";
import { Foot } from "./foot";
import { HeadActions } from "./head-actions";
import { Headings } from "./headings";
import { Nobody } from "./nobody";
import { People } from "./people";
import { personLine } from "./person-line";
import { RowMenu } from "./row-menu";

export const metadata: Metadata = { title: "Users" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const viewer = await requireViewer("account.view");
  const asked = listQuery(await searchParams);
  const groups = await groupsToFilter(viewer, asked.group);
  const query = { ...asked, group: groups.chosen };
  const [page, undecided] = await Promise.all([listMembers(viewer, query), countUndecided(viewer)]);
  const manages = can(viewer, "users.manage");
  const eyes = { zone: viewer.timeZone, locale: viewer.locale, now: new Date(), memberId: viewer.memberId };
  const table = page.rows.length > 0 && (
    <table className="table">
      <Headings query={query} manages={manages} />
      <People lines={page.rows.map((row) => personLine(row, eyes))} manages={manages} />
    </table>
  );
  return (
    <>
      <PageHeader
        title="Users"
        subtitle={whoIsListed(viewer)}
        actions={<HeadActions query={query} manages={manages} />}
      />
      <Welcome viewer={viewer} />
      <UndecidedNotice count={undecided} />
      <StatusTabs query={query} totals={page.totals} />
      <Filters query={query} groups={groups.options} />
      <div className="card people" id="people">
        {table && manages ? <BulkForm {...{ query, page }}>{table}</BulkForm> : table}
        <Nobody query={query} page={page} manages={manages} self={viewer.memberId} />
        <Foot query={query} page={page} manages={manages} />
      </div>
      {manages && <RowMenu of="people" />}
    </>
  );
}

const whoIsListed = (viewer: Viewer) =>
  holdsEverywhere(viewer, "account.view")
    ? `Everybody at ${viewer.accountName}: active, invited and disabled.`
    : `Everybody at ${viewer.accountName} whose roles all lie in your groups.`;
