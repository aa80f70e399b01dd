import type { WriteTx } from "@/db/write";
import { replaced } from "../../auto-replace/replace";
import { ruleOf } from "../../auto-replace/rule-of";
import { fieldsOf } from "../../contacts/fields/field-values";
import { type Written, writeTexts } from "../../messages/write-texts";
import { addUnsubscribeLinks } from "../../unsubscribe/unsubscribe-links";
import { filled, hasLink, type Named, piecesOf } from "../text-fields";

type Sent = {
  accountId: string;
  numberId: string;
  /** With its fields. */
  body: string;
  /** Whose text it is. */
  madeBy: string;
  madeByName: string;
  /** Null: a test, which belongs to none. */
  campaignId: string | null;
  priority: number;
};

type Person = Named & { contactId: string; phone: string };

/** Each of them their own words, and where there is one, a link of their own to stop all texts. */
export async function writeCampaignTexts(tx: WriteTx, sent: Sent, people: readonly Person[]): Promise<Written[]> {
  const { accountId, numberId, campaignId, priority, madeBy: authorId, madeByName: authorName } = sent;
  const { pieces } = piecesOf(sent.body, await fieldsOf(tx, accountId));
  const rule = await ruleOf(tx, accountId);
  const links = hasLink(pieces)
    ? await addUnsubscribeLinks(
        tx,
        sent,
        people.map(({ phone }) => phone),
      )
    : undefined;
  const addressed = people.map((person) => {
    const link = links?.get(person.phone);
    const { contactId, phone } = person;
    return { contactId, phone, text: replaced(filled(pieces, person, link), rule, link).text };
  });
  const isTest = campaignId === null;
  return writeTexts(tx, { accountId, numberId, by: { authorId, authorName }, campaignId, priority, isTest }, addressed);
}
