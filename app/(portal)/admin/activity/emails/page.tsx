import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { Pager } from "@/components/shell/pager";
import { holdsEverywhere } from "@/lib/access/can";
import { countUndecided } from "@/lib/outbox/log/count-undecided";
import { emailQuery, emailsAddress } from "@/lib/outbox/log/email-query";
import { listEmails } from "@/lib/outbox/log/list-emails";
import { eyesOf } from "@/lib/text/eyes";
import { requireViewer } from "@/lib/web/viewer";
import { Whole } from "../../../rows/whole";
import { UndecidedNotice } from "../../undecided-notice";
import { ActivityTabs } from "../tabs";
import { Emails } from "./emails";
import { EmailFilters } from "./filters";
import { NoEmails } from "./nothing";

export const metadata: Metadata = { title: "Emails" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EmailsPage({ searchParams }: Props) {
  const viewer = await requireViewer("audit.view");
  const query = emailQuery(await searchParams);
  const [page, undecided] = await Promise.all([listEmails(viewer, query), countUndecided(viewer)]);
  const { rows, previous, next } = page;
  return (
    <>
      <PageHeader
        title="Activity"
        subtitle={`The emails ${holdsEverywhere(viewer, "audit.view") ? `of ${viewer.accountName}` : "to the people of your groups"}, newest first, and what became of each.`}
      />
      {query.state !== "undecided" && <UndecidedNotice count={undecided} />}
      <ActivityTabs current="emails" />
      <EmailFilters query={query} />
      <div className="card" id="emails">
        {rows.length > 0 ? <Emails rows={rows} eyes={eyesOf(viewer)} /> : <NoEmails query={query} />}
        {(previous || next) && (
          <div className="table-foot">
            <Pager
              range=""
              {...(previous && { first: emailsAddress(query), previous: emailsAddress(query, { before: previous }) })}
              {...(next && {
                next: emailsAddress(query, { after: next }),
                last: emailsAddress(query, { before: "last" }),
              })}
            />
          </div>
        )}
      </div>
      <Whole of="emails" />
    </>
  );
}
