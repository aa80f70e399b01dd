import { expect, test } from "vitest";
import { makeCompany, onceKey, openSession, PASSWORD, viewerOf, visitor } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { eventsOf, rowsOf } from "@/tests/support/rows";
import { logIn } from "../../auth/log-in";
import { sessionOf } from "../../auth/session/session-of";
import { NotFound } from "../../errors";
import { withdrawInvitation } from "../../invitations/withdraw";
import { linkState } from "../../links/link-state";
import { deleteUser } from "../../users/delete";
import { removeAccess } from "./remove-access";

async function inTwo(place: "Active" | "Pending" = "Active") {
  const [harbour, quay] = [await makeCompany(), await makeCompany()];
  const ben = await harbour.endUser();
  return { harbour, quay, ben, guest: await quay.guest(ben, { place }) };
}

const about = ({ memberId }: { memberId: string }) => ({ memberId, once: onceKey() });

test("a guest whose access is removed is out here, and goes on at home", async () => {
  const { quay, ben, guest } = await inTwo();
  const token = await openSession(guest);
  await removeAccess(await viewerOf(quay.ana), about(guest));
  expect(await sessionOf(token)).toBeNull();
  expect(await rowsOf(guest)).toBeUndefined();
  expect((await eventsOf(guest.memberId))[0]).toMatchObject({ action: "member.removed", accountId: quay.accountId });
  await logIn(visitor(), { identifier: ben.email, password: PASSWORD, next: "/" });
});

test("only the guest's own account may: home is told to delete, strangers find nobody", async () => {
  const { harbour, quay, ben, guest } = await inTwo();
  await expect(removeAccess(await viewerOf(harbour.ana), about(ben))).rejects.toThrow("delete the user instead");
  await expect(removeAccess(await viewerOf(harbour.ana), about(guest))).rejects.toThrow(NotFound);
  await expect(removeAccess(await viewerOf(await quay.endUser()), about(guest))).rejects.toThrow(NotFound);
  await expect(deleteUser(await viewerOf(quay.ana), about(guest))).rejects.toThrow(NotFound);
  expect(await rowsOf(guest)).toBeDefined();
});

test("deleting at home ends the guest memberships, with a line of history in each account", async () => {
  const { harbour, quay, ben, guest } = await inTwo();
  await deleteUser(await viewerOf(harbour.ana), about(ben));
  expect(await rowsOf(guest)).toBeUndefined();
  expect((await eventsOf(guest.memberId))[0]).toMatchObject({ action: "member.deleted", accountId: quay.accountId });
  expect((await eventsOf(ben.memberId))[0]).toMatchObject({ action: "member.deleted", accountId: harbour.accountId });
});

test("the last Admin of an account is not taken away from it, as a guest either", async () => {
  const { harbour, quay } = await inTwo();
  const hired = await harbour.endUser();
  const boss = await quay.guest(hired, { role: "admin" });
  await deleteUser(await viewerOf(boss), about(quay.ana));
  await expect(deleteUser(await viewerOf(harbour.ana), about(hired))).rejects.toThrow(
    "the only Admin of another company",
  );
  expect(await rowsOf(boss)).toBeDefined();
});

test("a withdrawn invitation is dead; somebody of ours is gone, a guest keeps their login", async () => {
  const { quay, ben, guest } = await inTwo("Pending");
  const pending = await quay.pending();
  const [ours, theirs] = [await linkTo(pending, "invitation"), await linkTo(guest, "invitation")];
  const viewer = await viewerOf(quay.ana);
  await withdrawInvitation(viewer, about(pending));
  await withdrawInvitation(viewer, about(guest));
  expect([await linkState("invitation", ours), await linkState("invitation", theirs)]).toEqual([null, null]);
  expect([await rowsOf(pending), await rowsOf(guest)]).toEqual([undefined, undefined]);
  expect((await rowsOf(ben))?.user.passwordHash).not.toBeNull();
});

test("who has accepted has nothing to withdraw", async () => {
  const company = await makeCompany();
  const person = await company.endUser();
  await expect(withdrawInvitation(await viewerOf(company.ana), about(person))).rejects.toThrow("no invitation");
});
