import { expect, test } from "vitest";
import { makeCompany, onceKey, unique, visitor } from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { eventsOf, mailTo, rowsOf } from "@/tests/support/rows";
import { linkState } from "../../links/link-state";
import { ConfirmEmail, confirmEmail } from "./confirm-email";

const confirm = (token: unknown, once?: string) => confirmEmail(visitor(), ConfirmEmail.parse({ token, once }));
const newAddress = () => `new.${unique()}@harbour.example`;

test("the new address is theirs, the old one is told, and history has both", async () => {
  const { ana } = await makeCompany();
  const email = newAddress();
  expect(await confirm(await linkTo(ana, "email-change", email))).toEqual({ userId: ana.userId });
  expect((await rowsOf(ana))?.user.email).toBe(email);
  expect((await mailTo(ana.email)).map(({ template }) => template)).toEqual(["email-changed"]);
  expect(await mailTo(email)).toEqual([]);
  expect((await eventsOf(ana.memberId))[0]).toMatchObject({
    action: "email.changed",
    details: { before: { email: ana.email }, after: { email } },
  });
});

test("reset links that went to the old address die", async () => {
  const { ana } = await makeCompany();
  const reset = await linkTo(ana, "reset");
  await confirm(await linkTo(ana, "email-change", newAddress()));
  expect((await linkState("reset", reset))?.state).toBe("revoked");
});

test("an address that was taken meanwhile is refused with a clear word, and the link stays", async () => {
  const company = await makeCompany();
  const email = newAddress();
  const token = await linkTo(company.ana, "email-change", email);
  await company.endUser({ email: email.toUpperCase() });
  await expect(confirm(token)).rejects.toThrow("Somebody else logs in with that address by now");
  expect((await rowsOf(company.ana))?.user.email).toBe(company.ana.email);
  expect((await linkState("email-change", token))?.state).toBe("live");
});

test("of two who confirm the same address at once one wins", async () => {
  const company = await makeCompany();
  const email = newAddress();
  const tokens = await Promise.all(
    [company.ana, await company.endUser()].map((person) => linkTo(person, "email-change", email)),
  );
  const answers = await Promise.allSettled(tokens.map((token) => confirm(token)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("of twenty at once one wins, and the old address is told once", async () => {
  const { ana } = await makeCompany();
  const token = await linkTo(ana, "email-change", newAddress());
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => confirm(token, onceKey())));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await mailTo(ana.email)).toHaveLength(1);
});

test("a dead link, one of another purpose and one of the disabled change nothing", async () => {
  const company = await makeCompany();
  const expired = await linkTo(company.ana, "email-change", newAddress());
  await expire(expired);
  const disabled = await linkTo(await company.disabled(), "email-change", newAddress());
  for (const token of [expired, disabled, await linkTo(company.ana, "reset"), "", undefined, "\0"]) {
    await expect(confirm(token)).rejects.toThrow("This link no longer works");
  }
  expect((await rowsOf(company.ana))?.user.email).toBe(company.ana.email);
});
