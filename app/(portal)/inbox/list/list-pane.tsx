import { Pager } from "@/components/shell/pager";
import { Tabs } from "@/components/shell/tabs";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import type { Viewer } from "@/lib/access/viewer";
import { shownName } from "@/lib/contacts/shown-name";
import { allViews, INBOX, type InboxQuery, inboxAddress, inboxViews } from "@/lib/conversations/inbox-query";
import { linesFor } from "@/lib/conversations/lines";
import { countConversations, listConversations } from "@/lib/conversations/list";
import { NAMED, reviewsWaiting } from "@/lib/conversations/review/reviews-waiting";
import { eyesOf } from "@/lib/text/eyes";
import { conversationLine } from "./conversation-line";
import { Conversations } from "./conversations";
import { InboxFilters } from "./filters";
import { ListKeys } from "./list-keys";
import { NoLine } from "./no-line";

type Props = { viewer: Viewer; query: InboxQuery; isChosen: boolean; current?: string };

/** Beside a thread and on a phone the tabs stand closer, and how many are open or done at all is read aloud alone. */
const NARROW =
  "@max-[411px]:[&>.tabs>a]:px-[3px] [&>.tabs>a]:min-w-6 [&>.tabs>a]:text-center @max-[380px]:[&>.tabs>a]:text-small @max-[380px]:[&>.tabs>a:nth-child(n+4)>span]:sr-only";

/** The conversations on one's lines: tabs, filter and search, and a page of them. */
export async function ListPane({ viewer, query, isChosen, current }: Props) {
  const [{ rows, previous, next }, counts, { lines }, reviews] = await Promise.all([
    listConversations(viewer, query),
    // They say how much there is to do, not how much of it was found.
    query.search === "" ? countConversations(viewer, query.line) : undefined,
    linesFor(viewer, "messages.read"),
    reviewsWaiting(viewer),
  ]);
  const eyes = eyesOf(viewer);
  return (
    <div
      className={`@container grid min-w-0 content-start gap-3 [&_.toolbar]:mb-0 [&>.tabs]:mb-0 [&>.tabs]:gap-x-0 [&>.tabs>a]:px-1.5 ${NARROW}`}
    >
      <Tabs
        label="Conversations"
        tabs={allViews.map((view) => ({
          label: inboxViews[view],
          href: inboxAddress({ ...query, from: "first" }, { view }),
          ...(counts && { count: counts[view] > 99 ? "99+" : counts[view] }),
          current: view === query.view,
        }))}
      />
      {reviews.length > 0 && (
        <Notice tone="wait">
          May have asked to get no texts:{" "}
          {reviews.slice(0, NAMED).map((each, at) => (
            <span key={each.id}>
              {at > 0 && ", "}
              <a className="link" href={`${INBOX}/${each.id}`}>
                {shownName(each)}
              </a>
            </span>
          ))}
          {reviews.length > NAMED && " and others"}.
        </Notice>
      )}
      <InboxFilters query={query} lines={lines} isChosen={isChosen} current={current} />
      <div className="card">
        <ListKeys letters={viewer.letterKeys} />
        {rows.length > 0 ? (
          <Conversations
            label={inboxViews[query.view]}
            lines={rows.map((row) => conversationLine(row, eyes))}
            asked={inboxAddress(query, {}, "")}
            current={current}
          />
        ) : lines.length > 0 ? (
          <Nothing query={query} />
        ) : (
          <NoLine viewer={viewer} />
        )}
        {(previous || next) && (
          <div className="table-foot">
            <Pager
              range=""
              {...(previous && { first: inboxAddress(query), previous: inboxAddress(query, { before: previous }) })}
              {...(next && {
                next: inboxAddress(query, { after: next }),
                last: inboxAddress(query, { before: "last" }),
              })}
            />
          </div>
        )}
      </div>
    </div>
  );
}

function Nothing({ query }: { query: InboxQuery }) {
  if (query.search || query.line)
    return (
      <Empty title="Nothing found" sentence="No conversation here is like that.">
        <ButtonLink href={INBOX}>Clear search and filters</ButtonLink>
      </Empty>
    );
  // "New Conversation" stands above it: two links of one name would only be read twice.
  return <Empty title={TITLES[query.view]} sentence={SENTENCES[query.view]} />;
}

const TITLES = {
  unclaimed: "Nobody waits",
  mine: "You have no conversation",
  mentions: "Nobody has named you",
  all: "No open conversation",
  done: "Nothing is done yet",
};

const SENTENCES = {
  unclaimed: "Every open conversation on your lines has somebody who looks after it.",
  mine: "Claim one that is unclaimed, or write to somebody.",
  mentions: "Where a colleague writes @ and your name in a note, the conversation is here.",
  all: "When a customer texts one of your lines, it is here, and whatever you begin with New Conversation.",
  done: "What you mark as done is here, until the customer writes again.",
};
