import { found } from "./found";
import type { Planted } from "./planted";

const receiving = found("lib/messages/receive/receive-text.test.ts");
const sending = found("lib/messages/send/send.test.ts");
const managing = found("lib/contacts/contacts.test.ts");
const erasing = found("lib/contacts/erase/erase.test.ts");
const knowing = found("lib/contacts/erase/erased-phones.test.ts");
const reporting = found("lib/reports/lines-and-people.test.ts");
const telling = found("lib/campaigns/report/campaign-report.test.ts");
const counting = found("lib/reports/count-days.test.ts");
const tallying = found("lib/campaigns/count-campaigns.test.ts");
const writing = found("lib/text/csv-line.test.ts");
const exporting = found("lib/reports/history.test.ts");
const downloading = found("lib/web/download.test.ts");

/** The way of a text, in and out, and what is known of whom it is with. */
export const TEXTS: Planted[] = [
  writing("a file in which a spreadsheet runs what somebody wrote", "as csvLines does", {
    file: "lib/text/csv-line.ts",
    find: `else \${guard} || \${text} end`,
    put: `else \${text} end`,
  }),
  exporting("a file that ends after its first thousand", "of several thousands", {
    file: "lib/reports/export-history.ts",
    find: "if (page.rows < AT_ONCE) return;",
    put: "if (page.rows <= AT_ONCE) return;",
  }),
  downloading("a download that waits for nobody who reads", "reads slowly", {
    file: "lib/text/csv.ts",
    find: "await pages.return(undefined);\n    },\n  });",
    put: "await pages.return(undefined);\n    },\n  }, { highWaterMark: 50 });",
  }),
  reporting("a campaign that answers customers", "a campaign answers nobody", {
    file: "lib/reports/is-answer.ts",
    find: `r.message_id = \${text}.id))\`;`,
    put: `r.message_id = \${text}.id and false))\`;`,
  }),
  reporting("a text that failed and answers all the same", "a text that failed is no first answer", {
    file: "lib/reports/is-answer.ts",
    find: `and not \${neverCame(text)}`,
    put: `and \${text}.state is distinct from 'called off'`,
  }),
  reporting("somebody who waits no more for what never came", "what never came to them answers nobody", {
    file: "lib/reports/lines-and-people.ts",
    find: "v.in_seq > v.out_seq or v.in_seq > 0",
    put: "v.in_seq > v.out_seq or false",
  }),
  reporting("a report of all lines of a group", "lines are one's own", {
    file: "lib/reports/lines-and-people.ts",
    find: 'and(ownLinesWithin(viewer, "reports.download"),',
    put: "and(eq(numbers.accountId, viewer.accountId),",
  }),
  counting("a report that forgets what came late", "the figures are those of the rows", {
    file: "db/functions/count-again.sql",
    find: "WHEN (NEW.at < now() - interval '1 hour')",
    put: "WHEN (NEW.at < now() - interval '100 years')",
  }),
  telling("a group of contacts of another's campaign", "of another's campaign", {
    file: "lib/campaigns/report/make-group.ts",
    find: "and(campaignsWithin(viewer), eq(campaigns.id, id))",
    put: "and(eq(campaigns.accountId, viewer.accountId), eq(campaigns.id, id))",
  }),
  tallying("answers counted by the text", "is what the rows of few say", {
    file: "lib/campaigns/count-campaigns.ts",
    find: "count(distinct r.contact_id)",
    put: "count(r.contact_id)",
  }),
  tallying("a million that are counted by whoever looks", "not by everybody who looks", {
    file: "lib/campaigns/count-campaigns.ts",
    find: `greatest(\${SECONDS}::int,`,
    put: "least(0,",
  }),
  receiving("a text that comes in as often as it is told", "is one message, however often", {
    file: "db/functions/receive-texts.sql",
    find: "each JOIN seen USING",
    put: "each LEFT JOIN seen USING",
  }),
  receiving("a conversation that stays done when the customer writes again", "opens what was done", {
    file: "db/functions/receive-texts.sql",
    find: ", closed_at = NULL,",
    put: ",",
  }),
  receiving("a line that counts as heard although its list has failed", "nor by a list that failed", {
    file: "lib/messages/receive/catch-up.ts",
    find: "      const found = await carrier.since(",
    put: "      await heard(line);\n      const found = await carrier.since(",
  }),
  found("lib/carrier/twilio/twilio.test.ts")("a webhook of another account's", "is refused for", {
    file: "lib/carrier/twilio/read-webhook.ts",
    find: '  if (posted.get("AccountSid") !== twilioAccountSid) return undefined;\n',
    put: "",
  }),
  found("lib/conversations/later/later.test.ts")(
    "a text that goes at its time although the customer has answered",
    "calls off what waits",
    {
      file: "db/functions/receive-texts.sql",
      find: "send_at > now() AND",
      put: "false AND",
    },
  ),
  found("lib/messages/record-state.test.ts")("a state that goes back", "in all orders", {
    file: "lib/messages/record-state.ts",
    find: "    const isOnwards = isBefore(message.state, state);",
    put: '    const isOnwards = isBefore(message.state, state) || state !== "queued";',
  }),
  sending("a text handed over to who has opted out meanwhile", "opted out meanwhile", {
    file: "lib/messages/send/drain-texts.ts",
    find: "  if (text.isOptedOut) return",
    put: "  if (text.isOptedOut && text.wasSearched) return",
  }),
  sending("a text that overtakes the one before it", "leaves after the one before", {
    file: "lib/messages/send/claim-texts.ts",
    find: ` and not \${isBehind}`,
    put: "",
  }),
  sending("other lines that go on when the carrier has had enough", "waits on every line", {
    file: "lib/messages/send/drain-texts.ts",
    find: 'if (handed.kind === "later" && handed.busy)',
    put: 'if (handed.kind === "later" && handed.busy && handed.denied)',
  }),
  found("lib/conversations/mark-unread.test.ts")("news from before somebody had the line", "no news to them", {
    file: "lib/conversations/list.ts",
    find: `\n  and (\${reads.upTo} is not null or \${conversations.lastMessageAt} >= \${lineAccess.createdAt})`,
    put: "",
  }),
  found("lib/messages/consent.test.ts")("an opt-out by hand that a list takes for its own", "their own word", {
    file: "lib/messages/consent.ts",
    find: ` and excluded.how in (\${ownWays})`,
    put: "",
  }),
  found("lib/conversations/mark-unread.test.ts")("what was read that is unread again", "only grows", {
    file: "lib/conversations/mark-unread.ts",
    find: `sql\`greatest(\${reads.upTo}, excluded.up_to)\``,
    put: `sql\`excluded.up_to\``,
  }),
  found("lib/conversations/conversations.test.ts")("a conversation taken over by whoever has the line", "taken over", {
    file: "lib/conversations/take-over.ts",
    find: '    if (!can(viewer, "users.manage", group.path)) throw new NotFound();\n',
    put: "",
  }),
  found("lib/conversations/parked/parked.test.ts")("a text sent again to who has opted out", "nothing goes again", {
    file: "lib/conversations/parked/send-parked.ts",
    find: '    await refuseOptedOut(c, conversation, "message");\n',
    put: "",
  }),
  found("lib/conversations/review/review.test.ts")("an opt-out by keyword that a colleague lifts", "lifted by nobody", {
    file: "lib/conversations/review/on-review.ts",
    find: ", isNotNull(optOuts.reviewBy));",
    put: ");",
  }),
  managing("an opt-out by hand of one telephone of several", "are one, each conversation", {
    file: "lib/contacts/opt-out.ts",
    find: "[...people, ...others]",
    put: "[...people, ...others.slice(0, 0)]",
  }),
  managing("a merge that is undone whenever", "stay one after thirty days", {
    file: "lib/contacts/part.ts",
    find: "!other.mergedAt || other.isOver)",
    put: "!other.mergedAt)",
  }),
  managing("notes that outlive a contact who is deleted", "outlives the contact", {
    file: "lib/contacts/delete.ts",
    find: ".set({ ...NOTHING, ...cleared,",
    put: ".set({ ...NOTHING, notes: contacts.notes, ...cleared,",
  }),
  erasing("an erasing of all lines by who has one part", "is erased once", {
    file: "lib/contacts/erase/erase.ts",
    find: 'if (!holdsEverywhere(viewer, "contacts.manage")) throw new NotFound();',
    put: "",
  }),
  erasing("history that tells who was erased", "is named in no table", {
    file: "lib/contacts/erase/erase-history.ts",
    find: `details ->> 'other' = any(\${sql.param(called)}::text[])`,
    put: "false",
  }),
  knowing("a number that was erased, on a list to import", "is opted out again", {
    file: "lib/contacts/import/judge-rows.ts",
    find: ` or r.phone = any(\${sql.param(erased)}::text[])`,
    put: "",
  }),
  knowing("a stop that is forgotten with who said it", "had stopped texts", {
    file: "lib/contacts/erase/erase.ts",
    find: 'each.how !== "erasure"',
    put: 'each.how === "erasure"',
  }),
  found("lib/contacts/chosen.test.ts")("all that match by now, whoever was asked about", "was not asked about", {
    file: "lib/contacts/chosen.ts",
    find: "if (fingerprint(idsOf(people)) !== seen)",
    put: 'if (seen === "")',
  }),
  found("lib/web/server/live-stream.test.ts")(
    "what changes on lines that one has not, told to everybody",
    "hears nothing of",
    {
      file: "lib/live/watch.ts",
      find: "if (viewer.accountId === news.accountId && lines.includes(news.numberId))",
      put: "if (viewer.accountId === news.accountId && lines.length > 0)",
    },
  ),
];
