import type { Metadata } from "next";
import { cache } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { replacingFor } from "@/lib/auto-replace/rule-of";
import { CONTACTS } from "@/lib/contacts/contacts-query";
import { shownName } from "@/lib/contacts/shown-name";
import { type Conversation, getConversation, messagesOf } from "@/lib/conversations/get";
import { INBOX, inboxAddress, inboxQuery, placeIn } from "@/lib/conversations/inbox-query";
import { markRead } from "@/lib/conversations/mark-unread";
import { formatNumber } from "@/lib/numbers/format-number";
import { addressOf, paramOf } from "@/lib/paging";
import { eyesOf } from "@/lib/text/eyes";
import { forbidden } from "@/lib/web/forbidden";
import { requireViewer } from "@/lib/web/viewer";
import { Acts } from "../acts";
import { Composer } from "../composer";
import { ListPane } from "../list/list-pane";
import { Live } from "../live/live";
import { Presence } from "../live/presence";
import { FromNewest } from "../messages/from-newest";
import { Thread } from "../messages/thread";
import { Undecided } from "../messages/undecided";
import { Review } from "../review";
import { TextsWait } from "../texts-wait";

type Props = {
  params: Promise<{ conversationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (id: string) => {
  const viewer = await requireViewer("messages.read");
  return { viewer, conversation: (await getConversation(viewer, id)) ?? (await forbidden(viewer)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conversation } = await load((await params).conversationId);
  return { title: shownName(conversation) };
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const { viewer, conversation } = await load((await params).conversationId);
  const asked = await searchParams;
  const query = inboxQuery(asked);
  const { id } = conversation;
  const before = placeIn(asked, "before") || null;
  const { rows, earlier } = await messagesOf(viewer, id, before);
  // Of earlier messages nobody sees what was answered since they came to them.
  const seen = before && placeIn(asked, "seen");
  const outSeq = Math.min(seen ?? conversation.outSeq, conversation.outSeq);
  // Before the list is read, so that it doesn't call unread what is being read.
  if (!before && !conversation.isRead) await markRead(viewer, { id, seq: conversation.inSeq });
  const eyes = eyesOf(viewer);
  const isChosen = paramOf(asked, "view") !== "";
  // The thread otherwise, and the list beside it as it is.
  const { line, search } = query;
  const at = (other: Record<string, string>) =>
    addressOf(`${INBOX}/${id}`, { view: isChosen ? query.view : null, line, search, ...other });
  return (
    <Live thread={conversation.id} line={conversation.numberId}>
      <div className="inbox grow min-[900px]:items-stretch">
        <div className="relative hidden min-[900px]:block print:hidden">
          <div className="absolute inset-0 -m-1 overflow-y-auto overscroll-contain p-1 [scrollbar-width:thin]">
            <ListPane viewer={viewer} query={query} isChosen={isChosen} current={id} />
          </div>
        </div>
        <div className="min-w-0 flex-col gap-3 not-print:flex [&_.page-head]:mb-0 max-sm:[&_.page-head]:gap-2 max-sm:[&_.page-actions]:gap-1 max-sm:[&_.page-actions_.btn]:px-2">
          <PageHeader
            title={shownName(conversation)}
            subtitle={<About conversation={conversation} />}
            back={{ href: inboxAddress(query), label: "Inbox" }}
            actions={<Acts conversation={conversation} />}
          />
          <TextsWait viewer={viewer} />
          <FromNewest key={`${id} ${before}`} seqs={rows.filter(({ kind }) => kind !== "event").map(({ seq }) => seq)}>
            {earlier && <Elsewhere href={at({ before: `${earlier}`, seen: `${outSeq}` })}>Earlier messages</Elsewhere>}
            <Thread
              messages={rows}
              contact={shownName(conversation)}
              eyes={eyes}
              decide={(message) =>
                conversation.maySend &&
                !conversation.isHeld && <Undecided conversationId={id} message={message} now={eyes.now} />
              }
            />
            {before && <Elsewhere href={at({})}>Newest messages</Elsewhere>}
          </FromNewest>
          {conversation.maySend && conversation.stoppedUntil && (
            <Review conversation={conversation} until={conversation.stoppedUntil} eyes={eyes} />
          )}
          <div className="-my-2">
            <Presence conversationId={id} />
          </div>
          <Composer
            conversation={{ ...conversation, outSeq }}
            isNote={paramOf(asked, "compose") === "note"}
            at={at}
            eyes={eyes}
            rule={await replacingFor(viewer)}
          />
        </div>
      </div>
    </Live>
  );
}

const Elsewhere = ({ href, children }: { href: string; children: string }) => (
  <div className="justify-self-center">
    <ButtonLink size="small" href={href}>
      {children}
    </ButtonLink>
  </div>
);

/** On which line, and who has it; and the way to what else is known of them. */
function About({ conversation }: { conversation: Conversation }) {
  const { name, phone, line, holder, isMine, closedAt, contactPage } = conversation;
  const who = isMine ? "Yours" : holder ? `With ${holder}` : "Unclaimed";
  return (
    <>
      {name !== phone && `${formatNumber(phone)} · `}
      {line} · {closedAt ? "Done" : who}
      {contactPage && (
        <>
          {" · "}
          <a className="link" href={`${CONTACTS}/${contactPage}`}>
            Contact
          </a>
        </>
      )}
    </>
  );
}
