import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { can } from "@/lib/access/can";
import { inboxQuery } from "@/lib/conversations/inbox-query";
import { paramOf } from "@/lib/paging";
import { requireViewer } from "@/lib/web/viewer";
import { Welcome } from "../welcome";
import { ListPane } from "./list/list-pane";
import { Live } from "./live/live";
import { TextsWait } from "./texts-wait";

export const metadata: Metadata = { title: "Inbox" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: Props) {
  const viewer = await requireViewer("messages.read");
  const params = await searchParams;
  return (
    <Live>
      <PageHeader
        title="Inbox"
        actions={
          can(viewer, "messages.send") && (
            <ButtonLink href="/inbox/new" variant="primary">
              New Conversation
            </ButtonLink>
          )
        }
      />
      <Welcome viewer={viewer} />
      <TextsWait viewer={viewer} />
      <div className="inbox">
        <ListPane viewer={viewer} query={inboxQuery(params)} isChosen={paramOf(params, "view") !== ""} />
        <p className="card hidden min-h-64 place-items-center p-8 text-ink-2 min-[900px]:grid">
          Choose a conversation.
        </p>
      </div>
    </Live>
  );
}
