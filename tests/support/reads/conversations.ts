import { inArray } from "drizzle-orm";
import { linePace, numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import { campaignOptions } from "@/lib/campaigns/campaign-options";
import { campaignsQuery } from "@/lib/campaigns/campaigns-query";
import { getCampaign } from "@/lib/campaigns/get";
import { listCampaigns } from "@/lib/campaigns/list";
import { campaignReport } from "@/lib/campaigns/report/campaign-report";
import { exportRecipients } from "@/lib/campaigns/report/export-recipients";
import { reviewCampaign } from "@/lib/campaigns/review";
import { contactsChosen } from "@/lib/contacts/chosen";
import { contactsQuery } from "@/lib/contacts/contacts-query";
import { countContacts } from "@/lib/contacts/count-contacts";
import { countFirstContacts } from "@/lib/contacts/count-first-contacts";
import { exportContacts } from "@/lib/contacts/export";
import { getContactField, listContactFields } from "@/lib/contacts/fields/list";
import { consentOf, conversationsWith, getContact, phonesMergedWith } from "@/lib/contacts/get";
import { contactGroupsQuery } from "@/lib/contacts/groups/contact-groups-query";
import { contactGroupsOf, getContactGroup, listContactGroups } from "@/lib/contacts/groups/list";
import { listContacts } from "@/lib/contacts/list";
import { getConversation, messagesOf } from "@/lib/conversations/get";
import { allViews, inboxQuery } from "@/lib/conversations/inbox-query";
import { linesFor } from "@/lib/conversations/lines";
import { countConversations, listConversations } from "@/lib/conversations/list";
import { getMedia } from "@/lib/conversations/media/get-media";
import { reviewsWaiting } from "@/lib/conversations/review/reviews-waiting";
import { waitingLines } from "@/lib/conversations/waiting-lines";
import { campaignsTold } from "@/lib/reports/campaigns-told";
import { exportHistory } from "@/lib/reports/export-history";
import { historyQuery } from "@/lib/reports/history-query";
import { linesAndPeople } from "@/lib/reports/lines-and-people";
import { linesQuery } from "@/lib/reports/lines-query";
import { listHistory } from "@/lib/reports/list-history";
import { listSubscriptionLinks } from "@/lib/subscriptions/list";
import { subscriptionOptions } from "@/lib/subscriptions/subscription-options";
import { subscriptionsQuery } from "@/lib/subscriptions/subscriptions-query";
import { type About, all, pages, type Read } from "./read";

const idsIn = ({ talks }: About) => Object.values(talks).map(({ id }) => id);

const contactsIn = ({ talks }: About) => Object.values(talks).map(({ contactId }) => contactId);

/** What is read about conversations, contacts and lines of one's own. */
export const CONVERSATION_READS: Record<string, Read> = {
  listConversations: {
    ask: (v) => all(allViews, (view) => listConversations(v, inboxQuery({ view }))),
    search: (v, search) => listConversations(v, inboxQuery({ search })),
  },
  countConversations: {
    ask: (v, { ids }) => all([null, ...ids.numbers], (line) => countConversations(v, line)),
    tells: { nobody: "it counts" },
  },
  getConversation: { ask: (v, about) => all(idsIn(about), (id) => getConversation(v, id)) },
  getMedia: { ask: (v, { talks }) => all(Object.values(talks), ({ firstId }) => getMedia(v, `${firstId}-1`)) },
  messagesOf: { ask: (v, about) => all(idsIn(about), (id) => messagesOf(v, id, null)) },
  listContacts: {
    ask: (v) => listContacts(v, contactsQuery({})),
    search: (v, search) => listContacts(v, contactsQuery({ search })),
  },
  countContacts: {
    ask: (v) => countContacts(v, contactsQuery({}), 1000),
    tells: { nobody: "it answers a number" },
  },
  countFirstContacts: {
    ask: (v) => countFirstContacts(v, contactsQuery({ texts: "allowed" })),
    tells: { nobody: "it answers a number" },
  },
  exportContacts: { ask: (v) => pages(exportContacts(v, contactsQuery({}), [])) },
  contactsChosen: {
    ask: (v, about) => all([{ contact: contactsIn(about) }, { all: "1" }], (asked) => contactsChosen(v, asked)),
    search: async (v, search) =>
      (await contactsChosen(v, { all: "1", list: String(new URLSearchParams({ search })) })).people,
  },
  listCampaigns: {
    ask: (v) => listCampaigns(v, campaignsQuery({})),
    search: (v, search) => listCampaigns(v, campaignsQuery({ search })),
  },
  getCampaign: { ask: (v, { campaigns }) => all(campaigns, (id) => getCampaign(v, id)) },
  reviewCampaign: {
    ask: (v, { campaigns }) =>
      all(campaigns, async (id) => {
        const found = await getCampaign(v, id);
        return found && reviewCampaign(v, found);
      }),
  },
  campaignReport: {
    ask: (v, { campaigns }) => all(campaigns, (id) => campaignReport(v, id)),
    tells: { nobody: "nobody there has left after a campaign" },
  },
  exportRecipients: { ask: (v, { campaigns }) => all(campaigns, (id) => pages(exportRecipients(v, id))) },
  campaignOptions: { ask: (v) => campaignOptions(v) },
  listSubscriptionLinks: {
    ask: (v) => listSubscriptionLinks(v, subscriptionsQuery({})),
    search: (v, search) => listSubscriptionLinks(v, subscriptionsQuery({ search })),
  },
  subscriptionOptions: { ask: (v) => subscriptionOptions(v) },
  listContactFields: {
    ask: (v) => listContactFields(v),
    tells: { nobody: "they are the whole company's" },
  },
  getContactField: { ask: (v, { contactFields }) => all(contactFields, (id) => getContactField(v, id)) },
  listContactGroups: {
    ask: (v) => all([{}, { sort: "-contacts" }], (asked) => listContactGroups(v, contactGroupsQuery(asked))),
    search: (v, search) => listContactGroups(v, contactGroupsQuery({ search })),
  },
  getContactGroup: { ask: (v, { contactGroups }) => all(contactGroups, (id) => getContactGroup(v, id)) },
  contactGroupsOf: { ask: (v, about) => all(contactsIn(about), (id) => contactGroupsOf(v, id)) },
  getContact: { ask: (v, about) => all(contactsIn(about), (id) => getContact(v, id)) },
  phonesMergedWith: {
    ask: (v, about) => all(contactsIn(about), (id) => phonesMergedWith(v, id)),
    tells: { nobody: "nobody there has two telephones" },
  },
  consentOf: {
    ask: (v, about) => all(contactsIn(about), (id) => consentOf(v, id)),
    tells: { nobody: "nobody there has said anything" },
  },
  conversationsWith: { ask: (v, about) => all(contactsIn(about), (id) => conversationsWith(v, id)) },
  campaignsTold: { ask: (v) => campaignsTold(v) },
  listHistory: {
    ask: (v) => listHistory(v, historyQuery({})),
    search: (v, contact) => listHistory(v, historyQuery({ contact })),
  },
  exportHistory: { ask: (v) => pages(exportHistory(v, historyQuery({}))) },
  linesAndPeople: {
    ask: (v, { ids }) => all(["", ...ids.numbers], (line) => linesAndPeople(v, linesQuery({ line }))),
    search: (v, person) => linesAndPeople(v, linesQuery({ person })),
  },
  reviewsWaiting: {
    ask: (v) => reviewsWaiting(v),
    tells: { nobody: "nobody there has been stopped by words" },
  },
  waitingLines: {
    ask: async (v, { ids }) => {
      const lines = await writeDb.select().from(numbers).where(inArray(numbers.id, ids.numbers));
      const trouble = lines.map(({ id: numberId, accountId }) => ({ numberId, accountId, trouble: 21606 }));
      await writeDb
        .insert(linePace)
        .values(trouble)
        .onConflictDoUpdate({ target: linePace.numberId, set: { trouble: 21606 } });
      return waitingLines(v);
    },
  },
  linesFor: { ask: (v) => linesFor(v, "messages.read") },
};
