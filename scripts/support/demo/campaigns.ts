import { v7 } from "uuid";
import type { campaignGroups, campaignRecipients, campaigns, consentEvents, optOuts } from "@/db/schema";
import { filled, piecesOf } from "@/lib/campaigns/text-fields";
import { REPLIES, STOPS } from "./exchanges";
import { firstAnswer, type Office } from "./month";
import type { Fate, Patient } from "./patients";
import { before, pick } from "./rows";
import type { Author, Said } from "./threads";
import { workingDays } from "./working-days";

const MINUTE = 60_000;

/** Between two texts of a campaign: some two hours in all. */
const PACE = 1.2 * MINUTE;

type Home = { accountId: string; timeZone: string; admin: Author; groupId: string };
type Sent = { name: string; body: string; line: number; daysAgo: number; begins: number; leave: Fate; missed: number };

const SENT: readonly Sent[] = [
  {
    ...{ name: "Winter hours", line: 0, daysAgo: 13, begins: 230, leave: "stops at first", missed: 17 },
    body: "Hello {first name|there}, this winter we are here on weekdays from 9 to 5. For a check-up before the holidays just answer. Harbor Dental",
  },
  {
    ...{ name: "Open on Saturdays", line: 1, daysAgo: 4, begins: 35, leave: "stops", missed: 7 },
    body: "Hello {first name|there}, from next month we are open on Saturdays from 9 to 2. Harbor Dental",
  },
];

/** Two campaigns that patients got, with what came back, and a draft to look over and send. */
export function campaignRows(
  { accountId, timeZone, admin, groupId }: Home,
  patients: readonly Patient[],
  office: Office,
) {
  const by = { accountId, madeBy: admin.memberId, madeByName: admin.name };
  const sent = SENT.map((each, at) => {
    const got = patients.filter(({ fate }) => at === 0 || fate !== "stops at first");
    return { ...each, id: v7(), texts: textsOf(each, { got, admin, office }) };
  });
  const draft = {
    ...{ ...by, id: v7(), numberId: pick(office.numberIds, 0), name: "Check-up in December", createdAt: before(20) },
    body: "Hello {first name|there}, it is time for a check-up, which your {Plan|dental} plan covers. Shall we find a day in December? Harbor Dental. No more texts: {unsubscribe link}",
  };
  const stops = sent.flatMap(({ texts }) => texts.flatMap(({ replies }) => replies.filter(({ isStop }) => isStop)));
  const phoneOf = (id: string) => patients.find((patient) => patient.id === id)?.phone ?? "";
  return {
    campaigns: [
      ...sent.map(({ id, name, body, texts: [first] }) => ({
        ...{ ...by, id, numberId: first?.text.numberId ?? "", name, body, state: "sending" as const },
        ...{ createdAt: first?.text.at ?? before(0), frozenAt: first?.text.at ?? before(0), zones: [timeZone] },
      })),
      draft,
    ] satisfies (typeof campaigns.$inferInsert)[],
    to: [...sent, draft].map(({ id: campaignId }): typeof campaignGroups.$inferInsert => ({
      ...{ accountId, campaignId, groupId },
    })),
    recipients: sent.flatMap(({ id: campaignId, texts }) =>
      texts.map(({ text: { id: messageId, contactId, at: sentAt, code } }): typeof campaignRecipients.$inferInsert => ({
        ...{ campaignId, accountId, contactId, phone: phoneOf(contactId), zone: timeZone, messageId, sentAt },
        ...(code ? { state: "failed", errorCode: code } : { state: "delivered" }),
      })),
    ),
    said: sent.flatMap(({ texts }) => texts.flatMap(({ text, replies }) => [text, ...replies])),
    optOuts: stops.map(({ contactId, at: since }): typeof optOuts.$inferInsert => ({
      ...{ accountId, phone: phoneOf(contactId), since, how: "keyword" },
    })),
    consentEvents: stops.map(
      ({ contactId, numberId, id: messageId, body: words, at }): typeof consentEvents.$inferInsert => ({
        ...{ accountId, phone: phoneOf(contactId), kind: "out", source: "text", words, numberId, messageId, at },
      }),
    ),
  };
}

type To = { got: readonly Patient[]; admin: Author; office: Office };
type Reply = Said & { isStop?: boolean };

function textsOf({ body, line, daysAgo, begins, leave, missed }: Sent, { got, admin, office }: To) {
  const opens = workingDays(office.days, office.now).at(-daysAgo)?.opens ?? 0;
  const { pieces } = piecesOf(body, []);
  return got.map((patient, at): { text: Said; replies: Reply[] } => {
    const [contactId, numberId] = [patient.id, pick(office.numberIds, line)];
    const code = codeOf(patient, at % 29 === missed);
    const text: Said = {
      ...{
        id: v7(),
        contactId,
        numberId,
        at: new Date(opens + begins * MINUTE + at * PACE),
        by: admin,
        isCampaign: true,
      },
      ...{ body: filled(pieces, { ...patient, company: null, fieldValues: {} }), ...(code && { code }) },
    };
    const later = (minutes: number, from = text.at) => new Date(from.getTime() + minutes * MINUTE);
    const reply = (words: string, when: Date, by: Author | null = null): Reply => ({
      ...{ id: v7(), contactId, numberId, body: words, at: when, by },
    });
    if (code) return { text, replies: [] };
    if (patient.fate === leave)
      return { text, replies: [{ ...reply(pick(STOPS, at), later(4 + (at % 20))), isStop: true }] };
    if (patient.fate || at % 6 !== 2) return { text, replies: [] };
    const [asked, answer] = pick(REPLIES, at);
    const when = later(3 + ((at * 11) % 50));
    const colleague = pick(office.authorsOf(line), at);
    return { text, replies: [reply(asked, when), reply(answer, later(firstAnswer(at), when), colleague)] };
  });
}

/** A telephone that was off, or a number that is nobody's any more. */
const codeOf = ({ fate }: Patient, isOff: boolean) => (fate === "gone" ? 30005 : isOff ? 30003 : undefined);
