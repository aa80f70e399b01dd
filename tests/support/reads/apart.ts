/** What answers a viewer but is no read of its own, and why. */
export const INSIDE: Record<string, string> = {
  "asked of lib/audit/events-matching.ts": "a condition, which listActivity and exportActivity ask",
  "isByOrAbout of lib/audit/by-person.ts": "a condition beside eventsSeenBy",
  "eventsSeenBy of lib/audit/scope.ts": "a condition",
  "historyFrom of lib/reports/list-history.ts": "the statement of listHistory and exportHistory",
  "contactsFrom of lib/contacts/list.ts": "the statement of listContacts and exportContacts",
  "fitting of lib/contacts/list.ts": "a condition beside contactsManagedBy or contactsWithin",
  "emailsAskedFor of lib/outbox/log/list-emails.ts": "a condition, which listEmails asks",
  "emailsSeenBy of lib/outbox/log/email-scope.ts": "a condition",
  "emailsManagedBy of lib/outbox/log/email-scope.ts": "a condition",
  "emailsStatement of lib/outbox/log/emails-statement.ts": "the statement of listEmails",
  "pageStatement of lib/members/list/list-members.ts": "the statement of listMembers",
  "linesOf of lib/groups/list.ts": "the lines of listGroups and findGroups, within what they ask",
  "bouncedWithin of lib/overview/figures.ts": "a part of the statements of getFigures and getNotices",
  "noticesStatement of lib/overview/notices.ts": "the statement of getNotices",
  "figuresStatement of lib/overview/figures.ts": "the statement of getFigures",
  "tabsStatement of lib/conversations/list.ts": "the statement of countConversations",
  "pageIds of lib/conversations/page-ids.ts": "the ids of listConversations, within what it asks",
  "found of lib/conversations/search.ts": "a condition, which pageIds asks",
  "withContact of lib/conversations/search.ts": "a condition, which found and listHistory ask",
  "campaignsWith of lib/contacts/fields/campaigns-with.ts":
    "a part of getContactField: names of campaigns that are seen",
  "seesAll of lib/campaigns/review.ts": "a condition, which reviewCampaign asks",
  "secondPeople of lib/campaigns/second-person.ts":
    "colleagues on the line of a campaign that getCampaign has found, as colleaguesOn has them",
  "colleaguesOn of lib/conversations/colleagues.ts": "a part of getConversation, of a line that it has found",
  "sourceOf of lib/invitations/preview/source-table.ts":
    "a part of a preview: a file as the company read the last one like it",
  "contactColumnsOf of lib/contacts/import/read-file.ts":
    "a part of a preview: a file as the company read the last one like it",
  "countAct of lib/auth/act-limit.ts": "counts",
  "countConfirmation of lib/users/email/mail-confirmation.ts": "counts",
  "countingTries of lib/auth/password/confirm-password.ts": "counts",
  "takeInvitation of lib/invitations/quota.ts": "counts",
};

/** What is named like a read and is not told who asks, and why not. */
export const NAMELESS: Record<string, string> = {
  "readEvents of lib/audit/read-events.ts": "is given the condition that eventsSeenBy makes",
  "membershipOf of lib/auth/find-login.ts": "nobody is logged in yet",
  "ruleOf of lib/auto-replace/rule-of.ts": "of the company whose text it is: the viewer's, or a campaign's",
  "samplesOf of lib/campaigns/samples.ts":
    "of a campaign whose groups the asker sees whole, as reviewCampaign has found",
  "sessionOf of lib/auth/session/session-of.ts": "finds out who asks",
  "untouchedSessionOf of lib/auth/session/session-of.ts": "finds out who asks",
  "refusedLoginsOf of lib/auth/refused-logins.ts": "of a login that getMember has found, or one's own",
  "pagesOf of lib/members/list/export-cells.ts": "makes cells of what exportMembers has found",
  "listMailbox of lib/outbox/mailbox/list-mailbox.ts": "behind the mailbox's own door",
  "readMailbox of lib/outbox/mailbox/read-mailbox.ts": "behind the mailbox's own door",
};
