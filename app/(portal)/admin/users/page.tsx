import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { can } from "@/lib/access/can";
import { listMembers } from "@/lib/members/list";
import { listQuery } from "@/lib/members/list-query";
import { requireViewer } from "@/lib/web/viewer";
import { Filters, StatusTabs } from "./filters";
import { Foot } from "./foot";
import { Headings } from "./headings";
import { Nobody } from "./nobody";
import { People } from "./people";
import { personLine } from "./person-line";
import { RowMenu } from "./row-menu";

export const metadata: Metadata = { title: "Users" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const viewer = await requireViewer("account.view");
  const query = listQuery(await searchParams);
  const page = await listMembers(viewer, query);
  const manages = can(viewer, "users.manage");
  const eyes = { zone: viewer.timeZone, now: new Date(), memberId: viewer.memberId };
  return (
    <>
      <PageHeader title="Users" subtitle={`Everyone who can log in to ${viewer.accountName}.`} />
      <StatusTabs query={query} totals={page.totals} />
      <Filters query={query} />
      <div className="card people" id="people">
        {page.rows.length > 0 && (
          <table className="table">
            <Headings query={query} />
            <People lines={page.rows.map((row) => personLine(row, eyes))} manages={manages} />
          </table>
        )}
        <Nobody query={query} page={page} manages={manages} />
        <Foot query={query} page={page} manages={manages} />
      </div>
      {manages && <RowMenu of="people" />}
    </>
  );
}
