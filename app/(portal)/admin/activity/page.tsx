import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { ButtonLink } from "@/components/ui/button";
import { holdsEverywhere } from "@/lib/access/can";
import { pagesOf } from "@/lib/audit/linked-pages";
import { listActivity } from "@/lib/audit/list";
import { nameOfPerson } from "@/lib/audit/name-of-person";
import { activityAddress, activityQuery } from "@/lib/audit/query";
import { countUndecided } from "@/lib/outbox/log/count-undecided";
import { eyesOf } from "@/lib/text/eyes";
import { requireViewer } from "@/lib/web/viewer";
import { UndecidedNotice } from "../undecided-notice";
import { Days } from "./days";
import { ActivityFilters } from "./filters";
import { NothingThere } from "./nothing";
import { ActivityTabs } from "./tabs";

export const metadata: Metadata = { title: "Activity" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActivityPage({ searchParams }: Props) {
  const viewer = await requireViewer("audit.view");
  const query = activityQuery(await searchParams);
  const [page, name, undecided] = await Promise.all([
    listActivity(viewer, query),
    nameOfPerson(viewer, query.person),
    countUndecided(viewer),
  ]);
  const { entries, previous, next } = page;
  const pages = await pagesOf(viewer, entries);
  return (
    <>
      <PageHeader
        title="Activity"
        subtitle={`Who did what in ${holdsEverywhere(viewer, "audit.view") ? "" : "your groups of "}${viewer.accountName}, newest first.`}
        actions={
          <ButtonLink href={activityAddress(query, {}, "/admin/activity/export")} download="">
            Export CSV
          </ButtonLink>
        }
      />
      <UndecidedNotice count={undecided} />
      <ActivityTabs current="events" />
      <ActivityFilters query={query} name={name} />
      <div className="card">
        {entries.length > 0 ? (
          <Days entries={entries} pages={pages} eyes={eyesOf(viewer)} />
        ) : (
          <NothingThere query={query} />
        )}
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
