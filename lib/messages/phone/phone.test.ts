import { expect, test } from "vitest";
import { provide } from "@/lib/env";
import { makeLine, queueReply } from "@/tests/support/carrier/texting";
import { onceKey, visitor } from "@/tests/support/cast";
import { recordState } from "../record-state";
import { linesOnPhone, textsOnPhone } from "./texts-on-phone";
import { WriteAsCustomer, writeAsCustomer } from "./write-as-customer";

provide({ LINEUP_EMBEDDED: "1" });
const away = visitor();
const here = { ...away, isHere: true } as const;
const home = await makeLine();
const from = "+12025550188";
const ask = (fields: object) =>
  WriteAsCustomer.parse({ from, to: home.e164, message: "Hi", once: onceKey(), ...fields });

test("a customer writes to a line and reads what reached them, many telephones beside each other", async () => {
  const form = ask({ message: "Are you open?", from: "(202) 555-0188" });
  expect(await writeAsCustomer(here, form)).toEqual({ from, to: home.e164 });
  await writeAsCustomer(here, form);
  const id = await queueReply(home, from, "Yes, until six");
  await queueReply(home, from, "still on its way");
  await recordState({ messageId: id, carrierId: "SIMx", state: "delivered", code: null });
  await writeAsCustomer(here, ask({ from: "+12025550189", message: "Another telephone" }));
  const texts = await textsOnPhone(here, { from, to: home.e164 });
  expect(texts?.map(({ direction, body }) => `${direction} ${body}`)).toEqual([
    "in Are you open?",
    "out Yes, until six",
  ]);
  expect(await textsOnPhone(here, {})).toHaveLength(3);
  expect(await textsOnPhone(here, { from: "+1\0", to: "\0x" })).toEqual([]);
  expect((await linesOnPhone(here)).map(({ e164 }) => e164)).toContain(home.e164);
});

test("a number that nobody has is said beside the field", async () => {
  const refused = writeAsCustomer(here, ask({ to: "+12025550100" }));
  await expect(refused).rejects.toMatchObject({ field: "to", message: "No company has this number." });
  expect(WriteAsCustomer.safeParse({ from, to: home.e164, message: "x".repeat(1601) }).success).toBe(false);
});

test("the telephone is there at this computer alone, and only until there is a carrier", async () => {
  expect(await textsOnPhone(away, {})).toBeUndefined();
  await expect(writeAsCustomer(away, ask({}))).rejects.toMatchObject({ name: "NotFound" });
  provide({ TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "x" });
  expect(await textsOnPhone(here, {})).toBeUndefined();
  await expect(writeAsCustomer(here, ask({}))).rejects.toMatchObject({ name: "NotFound" });
});
