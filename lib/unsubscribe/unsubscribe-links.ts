import { unsubscribeLinks } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { sha256, shortToken } from "../crypto";
import { env } from "../env";

/** 71 bits: short enough for a text, and nobody finds one of them by trying. */
const LENGTH = 12;

const unsubscribeAddress = (token: string) => `${env().appUrl}/u/${token}`;

/** As long as any, for counting and for showing what a text will look like. */
export const sampleAddress = () => unsubscribeAddress("x".repeat(LENGTH));

type From = { accountId: string; numberId: string; campaignId: string | null };

/** An address of their own for each number. */
export async function addUnsubscribeLinks(tx: WriteTx, from: From, phones: readonly string[]) {
  const made = phones.map((phone) => ({ phone, token: shortToken(LENGTH) }));
  const { accountId, numberId, campaignId } = from;
  await tx
    .insert(unsubscribeLinks)
    .values(made.map(({ phone, token }) => ({ tokenHash: sha256(token), phone, accountId, numberId, campaignId })));
  return new Map(made.map(({ phone, token }) => [phone, unsubscribeAddress(token)]));
}
