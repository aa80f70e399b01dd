import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { queueReply, textingTests } from "@/tests/support/carrier/texting";
import { receiveText } from "./receive-text";

const { carrier: _, ...home } = await textingTests();
const { accountId } = home.company;

let made = 0;
const hear = (from: string, body: string) =>
  receiveText(
    { name: "twilio", answersKeywords: true },
    { carrierId: `SMobey${made++}`, from, to: home.e164, body, media: [], at: null },
  );

/** Whether who has stopped gets texts again, once we wrote this and they answered that. */
async function comesBack(ours: string, theirs: string): Promise<boolean> {
  const phone = `+1202557${1000 + made++}`;
  await hear(phone, "STOP");
  await queueReply(home, phone, ours);
  await hear(phone, theirs);
  const stopped = and(eq(optOuts.phone, phone), eq(optOuts.accountId, accountId));
  return (await writeDb.$count(optOuts, stopped)) === 0;
}

describe("who has stopped", () => {
  it.each([
    ["Cedar: Reply YES to get these texts.", "yes"],
    ["Do you want our texts again? Answer yes, please.", "Yes!"],
    ["Want texts again? Text “Yes” and you get them.", "YES."],
  ])("comes back by YES to what asks for it: %j, %j", async (ours, theirs) =>
    expect(await comesBack(ours, theirs)).toBe(true),
  );

  it.each([
    ["Yes, we're open until 5", "Yes"],
    ["Yes, we're open until 5", "Yes, thank you"],
    ["If yes, come at nine", "yes"],
  ])("stays out where nothing asked for it: %j, %j", async (ours, theirs) =>
    expect(await comesBack(ours, theirs)).toBe(false),
  );

  it.each(["Y", "Yes, thank you", "Sí", "Oui, merci", "yes yes"])(
    "stays out by words that lift no carrier's block: %j",
    async (theirs) => expect(await comesBack("Cedar: Reply YES to get these texts.", theirs)).toBe(false),
  );
});
