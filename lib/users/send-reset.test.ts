import { expect, test } from "vitest";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { actionsOn, linkIn, mailTo } from "@/tests/support/rows";
import { NotFound } from "../errors";
import { linkState } from "../links/link-state";
import { sendReset } from "./send-reset";

const asked = (person: Person) => ({ memberId: person.memberId, once: onceKey() });

test("Reset Password emails a link in place of an older one, and the old password still works", async () => {
  const company = await makeCompany();
  const person = await company.endUser();
  const older = await linkTo(person, "reset");
  expect(await sendReset(await viewerOf(company.ana), asked(person))).toMatchObject({ email: person.email });
  expect(await linkState("reset", older)).toMatchObject({ state: "replaced" });
  const link = await linkIn(person.email);
  expect(link.pathname).toBe("/reset-password");
  expect(await linkState("reset", link.searchParams.get("token"))).toMatchObject({ state: "live" });
  expect(await actionsOn(person.memberId)).toContain("password.reset-sent");
});

test("the same form sent twice is one email", async () => {
  const company = await makeCompany();
  const [person, viewer] = [await company.endUser(), await viewerOf(company.ana)];
  const input = asked(person);
  await Promise.all([sendReset(viewer, input), sendReset(viewer, input)]);
  expect(await mailTo(person.email)).toHaveLength(1);
});

test("Pending and Disabled people get none, and are named in the refusal", async () => {
  const company = await makeCompany();
  for (const person of [await company.pending(), await company.disabled()]) {
    await expect(sendReset(await viewerOf(company.ana), asked(person))).rejects.toThrow(person.name);
    expect(await mailTo(person.email)).toEqual([]);
  }
});

test("strangers find nobody to reset", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const person = await company.endUser();
  for (const stranger of [other.ana, await company.endUser()])
    await expect(sendReset(await viewerOf(stranger), asked(person))).rejects.toThrow(NotFound);
  expect(await mailTo(person.email)).toEqual([]);
});

test("nobody's mailbox can be filled: twenty in an hour are the most", async () => {
  const company = await makeCompany();
  const [person, viewer] = [await company.endUser(), await viewerOf(company.ana)];
  const stranger = await viewerOf(await company.endUser());
  for (let tried = 0; tried < 21; tried++) await expect(sendReset(stranger, asked(person))).rejects.toThrow(NotFound);
  for (let sent = 0; sent < 20; sent++) await sendReset(viewer, asked(person));
  await expect(sendReset(viewer, asked(person))).rejects.toThrow("within the hour");
});

test("a guest's password is the business of their home", async () => {
  const [company, home] = [await makeCompany(), await makeCompany()];
  const guest = await company.guest(await home.endUser());
  await expect(sendReset(await viewerOf(company.ana), asked(guest))).rejects.toThrow(NotFound);
  expect(await mailTo(guest.email)).toEqual([]);
});
