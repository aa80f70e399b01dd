import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, openSession, type Person, unique, viewerOf, visitor } from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { actionsOn, mailTo, rowsOf, sessionsOf, tokenFor } from "@/tests/support/rows";
import { sessionOf } from "../../auth/session/session-of";
import { linkState } from "../../links/link-state";
import { UpdateProfile, updateProfile } from "../update-profile";
import { confirmEmail } from "./confirm-email";
import { StopEmailChange, stopEmailChange } from "./stop-email-change";

const newAddress = () => `new.${unique()}@harbour.example`;
const stop = (token: unknown, once?: string) => stopEmailChange(visitor(), StopEmailChange.parse({ token, once }));
const confirm = (token: string) => confirmEmail(visitor(), { token, once: onceKey() });
const emailOf = async (person: Person) => (await rowsOf(person))?.user.email;

/** As Edit Profile does it: the tokens that the old and the new address get. */
async function askToMove(person: Person, email = newAddress()) {
  const now = (await rowsOf(person))?.user.email ?? "";
  await save(person, email);
  return { email, now, stopping: await tokenFor(now), confirming: await tokenFor(email) };
}

async function save(person: Person, email: string) {
  const revision = (await rowsOf(person))?.member.revision;
  const input = UpdateProfile({ country: "US" }).parse({
    ...person,
    contactNumber: "",
    email,
    revision,
    once: onceKey(),
  });
  await updateProfile(await viewerOf(person), input);
}

/** The same to an address that was theirs: what the present one is told of it, and the token to confirm it. */
async function askToReturn(person: Person, email: string) {
  const now = (await rowsOf(person))?.user.email ?? "";
  const before = (await mailTo(now)).length;
  await save(person, email);
  return { email, toThere: (await mailTo(now)).slice(before), confirming: await tokenFor(email) };
}

describe("a change of email that is stopped from the old address", () => {
  test("never happens: the new address confirms in vain, and everybody logged in is out", async () => {
    const { ana } = await makeCompany();
    const thief = await openSession(ana);
    const { stopping, confirming } = await askToMove(ana);
    expect((await mailTo(ana.email)).map(({ template }) => template)).toEqual(["email-change-asked"]);
    expect(await stop(stopping)).toEqual({ userId: ana.userId, mailed: true });
    expect(await sessionOf(thief)).toBeNull();
    expect(await sessionsOf(ana)).toEqual([]);
    await expect(confirm(confirming)).rejects.toThrow("This link no longer works");
    expect(await emailOf(ana)).toBe(ana.email);
    expect((await mailTo(ana.email)).at(-1)).toMatchObject({ template: "reset" });
    expect(await actionsOn(ana.memberId)).toContain("email.change-stopped");
  });

  test("is taken back where it was confirmed already, by the first letter or by the second", async () => {
    for (const which of ["asked", "changed"]) {
      const { ana } = await makeCompany();
      const { email, stopping, confirming } = await askToMove(ana);
      await confirm(confirming);
      expect(await emailOf(ana)).toBe(email);
      await stop(which === "asked" ? stopping : await tokenFor(ana.email));
      expect(await emailOf(ana)).toBe(ana.email);
      expect((await linkState("email-stop", stopping))?.state).not.toBe("live");
    }
  });

  test("is taken back to the first owner, however often it was moved on", async () => {
    const { ana } = await makeCompany();
    const first = await askToMove(ana);
    await confirm(first.confirming);
    const second = await askToMove(ana);
    await confirm(second.confirming);
    // Who moved it on stops their own change, which leaves the owner's link alone.
    await stop(second.stopping);
    expect(await emailOf(ana)).toBe(first.email);
    const third = await askToMove(ana);
    await stop(first.stopping);
    expect(await emailOf(ana)).toBe(ana.email);
    await expect(stop(third.stopping)).rejects.toThrow("This link no longer works");
    await expect(confirm(third.confirming)).rejects.toThrow("This link no longer works");
  });

  test("is not stopped by whoever moved it, where the owner goes back while logged in", async () => {
    const { ana } = await makeCompany();
    const there = await askToMove(ana);
    await confirm(there.confirming);
    // Whoever moved it has a link to the address that they moved it to, for another change that they asked for.
    const [owners, theirs] = [await tokenFor(ana.email), (await askToMove(ana)).stopping];
    const { email: back, ...letters } = await askToReturn(ana, ana.email);
    expect(letters.toThere).toMatchObject([{ template: "email-change-asked", secret: null }]);
    await confirm(letters.confirming);
    expect(await emailOf(ana)).toBe(back);
    expect((await mailTo(there.email)).at(-1)).toMatchObject({ template: "email-changed", secret: null });
    await expect(stop(theirs)).rejects.toThrow("This link no longer works");
    expect((await linkState("email-stop", owners))?.state).toBe("revoked");
    expect(await emailOf(ana)).toBe(ana.email);
    // Moved on again, the owner gets the means anew.
    const again = await askToMove(ana);
    await confirm(again.confirming);
    await stop(again.stopping);
    expect(await emailOf(ana)).toBe(ana.email);
  });

  test("goes to the address as to any new one, once that can't take it back any more", async () => {
    const { ana } = await makeCompany();
    const there = await askToMove(ana);
    await confirm(there.confirming);
    for (const token of [there.stopping, await tokenFor(ana.email)]) await expire(token);
    expect((await askToReturn(ana, ana.email)).toThere).toMatchObject([{ secret: expect.anything() }]);
  });

  test("is stopped by the disabled, too, who are sent no link to choose a password", async () => {
    const email = newAddress();
    const token = await linkTo(await (await makeCompany()).disabled(), "email-stop", email);
    expect(await stop(token)).toMatchObject({ mailed: false });
    expect(await mailTo(email)).toEqual([]);
  });

  test("is stopped once: opening the link does nothing, of twenty at once one wins", async () => {
    const { ana } = await makeCompany();
    const { stopping } = await askToMove(ana);
    for (let opened = 0; opened < 20; opened++) expect((await linkState("email-stop", stopping))?.state).toBe("live");
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => stop(stopping, onceKey())));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await mailTo(ana.email)).filter(({ template }) => template === "reset")).toHaveLength(1);
  });

  test("meets its confirmation: whoever comes first, the old address has it", async () => {
    const { ana } = await makeCompany();
    const { stopping, confirming } = await askToMove(ana);
    await Promise.allSettled([confirm(confirming), stop(stopping)]);
    expect(await emailOf(ana)).toBe(ana.email);
  });

  test("says so where somebody else has the old address by now", async () => {
    const company = await makeCompany();
    const { stopping, confirming } = await askToMove(company.ana);
    await confirm(confirming);
    await company.endUser({ email: company.ana.email });
    await expect(stop(stopping)).rejects.toThrow("Somebody else logs in with this address by now");
    expect((await linkState("email-stop", stopping))?.state).toBe("live");
  });

  test("takes no link of another purpose, and none of nobody's", async () => {
    const { ana } = await makeCompany();
    for (const token of [await linkTo(ana, "reset"), await linkTo(ana, "email-change", newAddress()), "", undefined])
      await expect(stop(token)).rejects.toThrow("This link no longer works");
  });
});
