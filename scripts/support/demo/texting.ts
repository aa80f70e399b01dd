import { v7 } from "uuid";
import { campaignRows } from "./campaigns";
import { conversationRows } from "./conversations";
import { monthOf, type Office } from "./month";
import { fieldValuesAt, goneAt, imported, ownFields, somePatients } from "./patients";
import { runningRows } from "./running";
import { subscriptionRows } from "./subscriptions";
import { type Author, threadRows } from "./threads";

type Home = { accountId: string; timeZone: string; admin: Author; office: Office };

/** Some of those whom texts reach. */
const SUBSCRIBED = 5;

/** All that has to do with texts, table by table: conversations in all states, a month of them that are done, campaigns and a subscription link. */
export function textingRows(home: Home) {
  const { accountId, admin, office, timeZone } = home;
  const [front = "", recalls = ""] = office.numberIds;
  const people = somePatients();
  const fields = ownFields(accountId);
  const group = { id: v7(), accountId, name: "Patients" };
  const talks = conversationRows(home);
  const patients = imported(
    accountId,
    people.map((person, at) => ({ ...goneAt(person), fieldValues: fieldValuesAt(at, fields) })),
    "patients.csv",
  );
  const sent = campaignRows({ ...home, groupId: group.id }, people, office);
  const month = threadRows(accountId, [...monthOf(people, office), ...sent.said]);
  const running = runningRows({ accountId, numberId: recalls, admin, companyZone: timeZone, now: office.now });
  const joined = subscriptionRows({ accountId, numberId: front }, willing(talks));
  const members = [...talks.contacts, ...people].map(({ id: contactId }) => ({
    accountId,
    groupId: group.id,
    contactId,
  }));
  return {
    contactFields: fields,
    contacts: [...talks.contacts, ...patients.contacts, ...running.contacts],
    contactGroups: [group, ...running.groups, ...joined.groups],
    contactGroupMembers: [...members, ...running.members, ...joined.members],
    conversations: [...talks.conversations, ...month.conversations],
    messages: [...talks.messages, ...month.messages],
    mentions: talks.mentions,
    texts: talks.texts,
    optOuts: [...talks.optOuts, ...sent.optOuts],
    consentEvents: [
      ...talks.consentEvents,
      ...patients.consentEvents,
      ...running.consentEvents,
      ...joined.consentEvents,
      ...sent.consentEvents,
    ],
    linePace: [running.pace],
    campaigns: [...sent.campaigns, ...running.campaigns],
    campaignGroups: [...sent.to, ...running.to],
    campaignRecipients: [...sent.recipients, ...running.recipients],
    subscriptionLinks: joined.links,
    subscriptionAsks: joined.asks,
  };
}

function willing({ contacts, optOuts }: ReturnType<typeof conversationRows>) {
  const stopped = new Set(optOuts.map(({ phone }) => phone));
  return contacts.filter(({ phone, unreachableAt }) => !unreachableAt && !stopped.has(phone)).slice(0, SUBSCRIBED);
}
