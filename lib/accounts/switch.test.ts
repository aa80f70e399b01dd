import { expect, test } from "vitest";
import { sessions } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, openSession, viewerOf } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { eventsOf, rowsOf, sessionsOf } from "@/tests/support/rows";
import { closeWelcome } from "../auth/close-welcome";
import { sessionOf } from "../auth/session/session-of";
import { NotFound } from "../errors";
import { joinAccount } from "../invitations/join";
import { disableMember } from "../members/disable";
import { membershipsOf } from "./memberships";
import { switchAccount } from "./switch";

/** Ben works for Harbour and, with the same login, for Quay. */
async function inTwo() {
  const [harbour, quay] = [await makeCompany(), await makeCompany()];
  const ben = await harbour.endUser();
  const guest = await quay.guest(ben, { role: "admin" });
  return { harbour, quay, ben, guest };
}

test("somebody in several accounts works in the other one from the next request on, with the rights they have there", async () => {
  const { harbour, quay, ben, guest } = await inTwo();
  const token = await openSession(ben);
  const viewer = await sessionOf(token);
  if (!viewer) throw new Error("no session");
  expect(viewer).toMatchObject({ accountId: harbour.accountId, isElsewhereToo: true });
  expect((await membershipsOf(viewer)).map((each) => each.company).sort()).toEqual([harbour.name, quay.name].sort());
  await switchAccount(viewer, { memberId: guest.memberId, once: onceKey() });
  expect(await sessionOf(token)).toMatchObject({
    accountId: quay.accountId,
    memberId: guest.memberId,
    assignments: [{ role: "admin" }],
  });
  expect((await rowsOf(guest))?.member.lastLoginAt).not.toBeNull();
  expect((await rowsOf(ben))?.member.lastLoginAt).toBeNull();
  expect((await eventsOf(guest.memberId))[0]).toMatchObject({ action: "session.opened", accountId: quay.accountId });
});

test("the first time in an account is over once they have read what they may do, or go to another", async () => {
  const { ben, guest } = await inTwo();
  const [token, waiting] = [await openSession(ben), await (await makeCompany()).guest(ben, { place: "Pending" })];
  const now = async () => (await sessionOf(token)) ?? Promise.reject(new Error("no session"));
  await joinAccount(await now(), { token: await linkTo(waiting, "invitation"), once: onceKey() });
  expect(await now()).toMatchObject({ memberId: waiting.memberId, isNew: true });
  await closeWelcome(await now());
  expect((await now()).isNew).toBe(false);
  await writeDb.update(sessions).set({ isNew: true });
  await switchAccount(await now(), { memberId: guest.memberId, once: onceKey() });
  expect((await now()).isNew).toBe(false);
});

test("nobody switches into somebody else's place, one that is disabled or Pending, or an unknown one", async () => {
  const { quay, ben, guest } = await inTwo();
  const viewer = await viewerOf(ben);
  const waiting = await (await makeCompany()).guest(ben, { place: "Pending" });
  for (const memberId of [quay.ana.memberId, waiting.memberId, onceKey()])
    await expect(switchAccount(viewer, { memberId, once: undefined })).rejects.toThrow(NotFound);
  await disableMember(await viewerOf(quay.ana), { memberId: guest.memberId, once: undefined });
  await expect(switchAccount(viewer, { memberId: guest.memberId, once: undefined })).rejects.toThrow(NotFound);
  expect(await membershipsOf(viewer)).toHaveLength(1);
});

test("disabling in one account ends the sessions there and leaves those in the other", async () => {
  const { quay, ben, guest } = await inTwo();
  const [here, there] = [await openSession(ben), await openSession(guest)];
  await disableMember(await viewerOf(quay.ana), { memberId: guest.memberId, once: undefined });
  expect(await sessionOf(there)).toBeNull();
  expect(await sessionOf(here)).toMatchObject({ isElsewhereToo: false });
  expect(await sessionsOf(guest)).toEqual([]);
});
