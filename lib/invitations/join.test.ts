import { expect, test } from "vitest";
import { makeCompany, onceKey, PASSWORD, viewerOf, visitor } from "@/tests/support/cast";
import { editFormOf } from "@/tests/support/forms/edit-form";
import { expire, linkTo } from "@/tests/support/links";
import { actionsOn, eventsOf, mailTo, rowsOf, statusOf } from "@/tests/support/rows";
import { sessionOf } from "../auth/session/session-of";
import { disableMember } from "../members/disable";
import { editMember } from "../members/edit";
import { getMember } from "../members/get";
import { listMembers } from "../members/list/list-members";
import { listQuery } from "../members/list/list-query";
import { AcceptInvitation, acceptInvitation } from "./accept";
import { copyInvitationLink } from "./copy-link";
import { JoinAccount, joinAccount } from "./join";
import { JoinWithPassword, joinWithPassword } from "./join-with-password";
import { resendInvitation } from "./resend";

/** Ben of Harbour is invited to Quay. */
async function invited() {
  const [harbour, quay] = [await makeCompany(), await makeCompany()];
  const ben = await harbour.endUser({ name: "Ben Ortiz" });
  const guest = await quay.guest(ben, { place: "Pending" });
  return { harbour, quay, ben, guest, token: await linkTo(guest, "invitation") };
}

const join = (token: string) => JoinAccount.parse({ token, once: onceKey() });

test("the person joins with the login they have, and is in the new company at once", async () => {
  const { quay, ben, guest, token } = await invited();
  expect(await joinAccount(await viewerOf(ben), join(token))).toEqual({ company: quay.name, memberId: guest.memberId });
  expect(await statusOf(guest)).toBe("Active");
  expect(await actionsOn(guest.memberId)).toEqual(expect.arrayContaining(["invitation.accepted", "session.opened"]));
});

test("never as another: whoever else is logged in leaves the link as it is", async () => {
  const { harbour, quay, ben, guest, token } = await invited();
  for (const other of [harbour.ana, quay.ana, await quay.endUser()])
    await expect(joinAccount(await viewerOf(other), join(token))).rejects.toThrow("for somebody else");
  expect(await statusOf(guest)).toBe("Pending");
  await joinAccount(await viewerOf(ben), join(token));
  expect(await statusOf(guest)).toBe("Active");
});

test("of twenty at once one joins, and a used or expired link joins nobody", async () => {
  const { ben, guest, token } = await invited();
  const viewer = await viewerOf(ben);
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => joinAccount(viewer, join(token))));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await actionsOn(guest.memberId)).filter((action) => action === "invitation.accepted")).toHaveLength(1);
  const late = await invited();
  await expire(late.token);
  await expect(joinAccount(await viewerOf(late.ben), join(late.token))).rejects.toThrow("no longer works");
});

test("the link never makes a password for a login that has one", async () => {
  const { ben, token } = await invited();
  const before = await rowsOf(ben);
  const typed = AcceptInvitation.parse({ token, password: PASSWORD, confirmPassword: PASSWORD });
  await expect(acceptInvitation(visitor(), typed)).rejects.toThrow("no longer works");
  expect((await rowsOf(ben))?.user).toEqual(before?.user);
});

test("until they join, the company knows nothing but the address it invited", async () => {
  const { quay, ben, guest } = await invited();
  const viewer = await viewerOf(quay.ana);
  const seen = { page: await getMember(viewer, guest.memberId), list: await listMembers(viewer, listQuery({})) };
  expect(seen.page).toMatchObject({ name: ben.email, firstName: "", username: null, contactNumber: null });
  expect(JSON.stringify(seen)).not.toContain("Ortiz");
  expect((await listMembers(viewer, listQuery({ search: "ortiz" }))).rows).toEqual([]);
});

test("an Admin gets no link that would make the password of another company's login", async () => {
  const [harbour, quay] = [await makeCompany(), await makeCompany()];
  const guest = await quay.guest(await harbour.pending(), { place: "Pending" });
  const copied = copyInvitationLink(await viewerOf(quay.ana), { memberId: guest.memberId });
  await expect(copied).rejects.toThrow("belongs to another company");
});

test("an invitation that is sent again asks a guest to join, and somebody without a password to create one", async () => {
  const { quay, ben, guest } = await invited();
  const pending = await quay.pending();
  const viewer = await viewerOf(quay.ana);
  for (const { memberId } of [guest, pending]) await resendInvitation(viewer, { memberId, once: onceKey() });
  expect((await mailTo(ben.email)).at(-1)).toMatchObject({ template: "join", props: { firstName: "" } });
  expect((await mailTo(pending.email)).at(-1)).toMatchObject({ template: "welcome" });
});

test("who is disabled at home joins with the link and their password, and with nothing less", async () => {
  const { harbour, ben, guest, token } = await invited();
  await disableMember(await viewerOf(harbour.ana), { memberId: ben.memberId, once: undefined });
  const typed = (password: string) => JoinWithPassword.parse({ token, password });
  await expect(joinWithPassword(visitor(), typed("wrong horse battery"))).rejects.toMatchObject({ field: "password" });
  await expect(joinWithPassword(visitor(), { token: "nobodys", password: PASSWORD })).rejects.toThrow(
    "no longer works",
  );
  expect(await statusOf(guest)).toBe("Pending");
  const joined = await joinWithPassword(visitor(), typed(PASSWORD));
  expect(await sessionOf(joined.token)).toMatchObject({ memberId: guest.memberId });
  expect(await statusOf(ben)).toBe("Disabled");
});

test("an address that its own company corrects takes no other company's invitation along", async () => {
  const [harbour, quay] = [await makeCompany(), await makeCompany()];
  const pending = await harbour.pending();
  const guest = await quay.guest(pending, { place: "Pending", role: "admin" });
  await editMember(await viewerOf(harbour.ana), await editFormOf(pending, { email: `other.${onceKey()}@x.example` }));
  expect(await rowsOf(guest)).toBeUndefined();
  expect((await eventsOf(guest.memberId))[0]).toMatchObject({
    action: "invitation.withdrawn",
    accountId: quay.accountId,
    actorId: null,
    actorName: "Their home company",
  });
});
