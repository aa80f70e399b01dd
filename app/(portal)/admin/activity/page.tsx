import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { ButtonLink } from "@/components/ui/button";
import { listActivity } from "@/lib/audit/list";
import { nameOfPerson } from "@/lib/audit/name-of-person";
import { activityAddress, activityQuery } from "@/lib/audit/query";
import { requireViewer } from "@/lib/web/viewer";
import { Days } from "./days";
import { ActivityFilters } from "./filters";
import { NothingThere } from "./nothing";

export const metadata: Metadata = { title: "Activity" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActivityPage({ searchParams }: Props) {
  const viewer = await requireViewer("audit.view");
  const query = activityQuery(await searchParams);
  const [page, name] = await Promise.all([listActivity(viewer, query), nameOfPerson(viewer, query.person)]);
  const { entries, previous, next } = page;
  return (
    <>
      <PageHeader
        title="Activity"
        subtitle={`Who did what in ${viewer.accountName}, newest first.`}
        actions={
          <ButtonLink href={activityAddress(query, {}, "/admin/activity/export")} download="">
            Export CSV
          </ButtonLink>
        }
      />
      <ActivityFilters query={query} name={name} />
      <div className="card">
        {entries.length > 0 ? <Days entries={entries} zone={viewer.timeZone} /> : <NothingThere query={query} />}
        {(previous || next) && (
          <div className="table-foot">
            <Pager
              range=""
              {...(previous && {
                first: activityAddress(query),
                previous: activityAddress(query, { before: previous }),
              })}
              {...(next && {
                next: activityAddress(query, { after: next }),
                last: activityAddress(query, { before: "last" }),
              })}
            />
          </div>
        )}
      </div>
    </>
  );
}
