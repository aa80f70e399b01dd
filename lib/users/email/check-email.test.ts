import { expect, test } from "vitest";
import { type Company, makeCompany, onceKey, type Person, unique, viewerOf, visitor } from "@/tests/support/cast";
import { editFormOf } from "@/tests/support/forms/edit-form";
import { linkTo } from "@/tests/support/links";
import { actionsOn, mailTo, tokenFor } from "@/tests/support/rows";
import { linkState } from "../../links/link-state";
import { editMember } from "../../members/edit";
import { getMember } from "../../members/get";
import { forgotPassword } from "../forgot-password";
import { resetPassword } from "../reset-password";
import { CheckEmail, checkEmail } from "./check-email";

const check = (token: unknown, once?: string) => checkEmail(visitor(), CheckEmail.parse({ token, once }));

const isUnchecked = async ({ ana }: Company, person: Person) =>
  (await getMember(await viewerOf(ana), person.memberId))?.isUnchecked;

async function corrected(place: "endUser" | "disabled" = "endUser") {
  const company = await makeCompany();
  const person = await company[place]();
  const email = `new.${unique()}@harbour.example`;
  await editMember(await viewerOf(company.ana), await editFormOf(person, { email }));
  return { company, person, email };
}

test("an address that an Admin has entered is told, and not confirmed until its link is used", async () => {
  const { company, person, email } = await corrected();
  expect((await mailTo(email)).map(({ template }) => template)).toEqual(["email-entered"]);
  expect(await isUnchecked(company, person)).toBe(true);
  expect(await isUnchecked(company, company.ana)).toBe(false);
  await check(await tokenFor(email));
  expect(await isUnchecked(company, person)).toBe(false);
  expect(await actionsOn(person.memberId)).toContain("email.checked");
});

test("a reset link that was sent there confirms it, too", async () => {
  const { company, person, email } = await corrected();
  await forgotPassword(visitor(), { identifier: email, once: undefined });
  const password = "teal anchor violin 83";
  const form = { token: await tokenFor(email), password, confirmPassword: password, once: undefined };
  await resetPassword(visitor(), form);
  expect(await isUnchecked(company, person)).toBe(false);
});

test("looking at the link does nothing; of twenty at once one wins", async () => {
  const { company, person, email } = await corrected();
  const token = await tokenFor(email);
  expect((await linkState("email-check", token))?.state).toBe("live");
  expect(await isUnchecked(company, person)).toBe(true);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => check(token, onceKey())));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("corrected once more, the link of the first correction confirms nothing", async () => {
  const { company, person, email } = await corrected();
  const token = await tokenFor(email);
  const again = { email: `newer.${unique()}@harbour.example` };
  await editMember(await viewerOf(company.ana), await editFormOf(person, again));
  await expect(check(token)).rejects.toThrow("This link no longer works");
  expect(await isUnchecked(company, person)).toBe(true);
});

test("the disabled get no link; one of another purpose or nobody's is none", async () => {
  const { company, person, email } = await corrected("disabled");
  expect(await mailTo(email)).toEqual([]);
  expect(await isUnchecked(company, person)).toBe(true);
  for (const token of [await linkTo(company.ana, "reset"), "", undefined, "\0"])
    await expect(check(token)).rejects.toThrow("This link no longer works");
});
