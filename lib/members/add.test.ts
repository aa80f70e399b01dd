import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, members, throttles, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { HOME, makeCompany, onceKey, unique, viewerOf } from "@/tests/support/cast";
import { actionsOn, countsOf, linesOf, linkIn, mailTo, rolesOf, rowsOf, sessionsOf } from "@/tests/support/rows";
import { sha256 } from "../crypto";
import { NotFound, Refused } from "../errors";
import { AddMember, addMember } from "./add";

const form = (changes: Record<string, string | null> = {}) => {
  const own = unique();
  return AddMember(HOME).parse({
    firstName: "Chiamaka",
    lastName: "Okafor",
    defaultNumber: "",
    contactNumber: "",
    timeZone: "America/New_York",
    userType: "end-user",
    username: `chiamaka.${own}`,
    email: `chiamaka.${own}@harbour.example`,
    once: onceKey(),
    ...changes,
  });
};

async function personBy(email: string) {
  const [person] = await db
    .select({ memberId: members.id, userId: users.id })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(sql`lower(${users.email}) = lower(${email})`);
  if (!person) throw new Error(`nobody has ${email}`);
  return person;
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refused ? { [error.field ?? ""]: error.message, ...error.also } : error),
  );

describe("New User", () => {
  test("is Pending with a login, a role at the root, a line and a welcome email, all at once", async () => {
    const company = await makeCompany();
    const desk = await company.number();
    const input = form({ defaultNumber: desk.id, contactNumber: "(415) 555-2671" });
    expect(await addMember(await viewerOf(company.ana), input)).toMatchObject({ email: input.email });
    const person = await personBy(input.email);
    expect(await rowsOf(person)).toMatchObject({
      user: {
        firstName: "Chiamaka",
        contactNumber: "+14155552671",
        passwordHash: null,
        homeAccountId: company.accountId,
      },
      member: { status: "Pending", defaultNumberId: desk.id, invitedBy: company.ana.memberId },
    });
    expect(await rolesOf(person)).toMatchObject([{ role: "end-user", groupId: company.rootGroupId }]);
    expect(await linesOf(person)).toEqual([desk.id]);
    expect(await mailTo(input.email)).toMatchObject([
      { template: "welcome", props: { inviter: "Ana Silva" }, state: "queued" },
    ]);
    expect((await linkIn(input.email)).pathname).toBe("/welcome");
    expect((await actionsOn(person.memberId)).toReversed()).toEqual(["member.added", "line.given", "invitation.sent"]);
    expect(await countsOf(company)).toEqual({ active: 1, pending: 1, disabled: 0 });
  });

  test.each([
    ["Suharto", { firstName: "", lastName: "Suharto" }],
    ["Madonna", { firstName: "Madonna", lastName: "" }],
  ])("with half a name is %s in the list, in letters and in history", async (name, half) => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const input = form(half);
    await addMember(viewer, input);
    const person = await personBy(input.email);
    expect(await rowsOf(person)).toMatchObject({ member: { nameKey: name } });
    expect(await mailTo(input.email)).toMatchObject([{ props: { firstName: name } }]);
    const [added] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, person.memberId));
    expect(added?.subjectName).toBe(name);
  });

  test("can be an Admin from the start", async () => {
    const company = await makeCompany();
    const input = form({ userType: "admin" });
    await addMember(await viewerOf(company.ana), input);
    expect(await rolesOf(await personBy(input.email))).toMatchObject([{ role: "admin" }]);
  });

  test("submitted twice is added once and mailed once", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const input = form();
    await Promise.all([addMember(viewer, input), addMember(viewer, input)]);
    expect(await addMember(viewer, input)).toMatchObject({ email: input.email });
    expect(await mailTo(input.email)).toHaveLength(1);
  });

  test("of twenty with the same email at once one is added and one email sent", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const email = `once.${unique()}@harbour.example`;
    const tries = Array.from({ length: 20 }, (_, at) =>
      addMember(viewer, form({ email: at % 2 ? email : email.toUpperCase() })),
    );
    const done = await Promise.allSettled(tries);
    expect(done.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(
      done.flatMap((each) => (each.status === "rejected" ? [each.reason] : [])).every((why) => why instanceof Refused),
    ).toBe(true);
    expect(await mailTo(email)).toHaveLength(1);
    expect(await countsOf(company)).toMatchObject({ pending: 1 });
  });

  test("a taken username and a taken email are both said, whatever their case", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const [byName, byEmail] = [await other.endUser(), await other.endUser()];
    const input = form({ username: byName.username?.toUpperCase() ?? "", email: byEmail.email.toUpperCase() });
    expect(await refusal(addMember(await viewerOf(company.ana), input))).toEqual({
      username: expect.stringContaining("taken"),
      email: "Somebody with that email address can log in already. Invite them as a guest instead.",
    });
    expect(await countsOf(company)).toMatchObject({ pending: 0 });
  });

  test("of somebody known already it is said what to do instead; elsewhere nothing else is told", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const [pending, active] = [await company.pending(), await company.endUser()];
    const gone = await company.disabled();
    const elsewhere = [await other.pending(), await other.endUser()];
    const viewer = await viewerOf(company.ana);
    const page = `/admin/users/${pending.memberId}#actions`;
    await expect(addMember(viewer, form({ email: pending.email }))).rejects.toMatchObject({
      field: "email",
      message: expect.stringContaining("invited already"),
      offer: { label: "Resend invitation", href: page, resendTo: pending.memberId },
    });
    await expect(addMember(viewer, form({ email: active.email }))).rejects.toMatchObject({
      offer: { href: `/admin/users/${active.memberId}` },
    });
    await expect(addMember(viewer, form({ email: gone.email.toUpperCase() }))).rejects.toMatchObject({
      field: "email",
      message: "Somebody with that email address is a user already (Disabled). Enable them on their page.",
      offer: { label: "Open their page", href: `/admin/users/${gone.memberId}` },
    });
    for (const { email } of elsewhere)
      await expect(addMember(viewer, form({ email }))).rejects.toMatchObject({
        message: "Somebody with that email address can log in already. Invite them as a guest instead.",
        offer: { label: "Invite Users", href: "/admin/users/invite" },
      });
    expect(await mailTo(pending.email)).toEqual([]);
  });

  test("another company's number, an unknown one and one out of service can't be given", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const viewer = await viewerOf(company.ana);
    for (const id of [(await other.number()).id, onceKey()])
      expect(await refusal(addMember(viewer, form({ defaultNumber: id })))).toEqual({
        defaultNumber: expect.any(String),
      });
    expect(await countsOf(company)).toMatchObject({ pending: 0 });
  });

  test("is not for an End User", async () => {
    const company = await makeCompany();
    await expect(addMember(await viewerOf(await company.endUser()), form())).rejects.toThrow(NotFound);
  });

  test("stands in the group that was chosen; an Admin of a group adds people there and nowhere else", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const west = await company.group("West");
    const store4 = await company.group("Store 4", west.id);
    const local = await viewerOf(await company.admin({ groupId: west.id }));
    const [first, chosen] = [form(), form({ group: store4.id, userType: "admin" })];
    await addMember(local, first);
    await addMember(local, chosen);
    expect(await rolesOf(await personBy(first.email))).toMatchObject([{ role: "end-user", groupId: west.id }]);
    expect(await rolesOf(await personBy(chosen.email))).toMatchObject([{ role: "admin", groupId: store4.id }]);
    for (const group of [company.rootGroupId, (await other.group("West")).id, onceKey()])
      await expect(addMember(local, form({ group }))).rejects.toThrow(NotFound);
    const byAna = form({ group: store4.id });
    await addMember(await viewerOf(company.ana), byAna);
    expect(await rolesOf(await personBy(byAna.email))).toMatchObject([{ groupId: store4.id }]);
  });

  test("stops at the company's daily number of invitations", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    await addMember(viewer, form());
    const key = `invitations:${sha256(company.accountId).toString("base64url")}`;
    await writeDb.update(throttles).set({ used: 9999 }).where(eq(throttles.key, key));
    await addMember(viewer, form());
    expect(await refusal(addMember(viewer, form()))).toEqual({ "": expect.stringContaining("10,000 invitations") });
  });

  test("nobody is logged in by being added", async () => {
    const company = await makeCompany();
    const input = form();
    await addMember(await viewerOf(company.ana), input);
    expect(await sessionsOf(await personBy(input.email))).toEqual([]);
  });
});
