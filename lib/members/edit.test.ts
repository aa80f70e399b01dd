import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { members, roleAssignments, throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { HOME, makeCompany, onceKey, openSession, unique, viewerOf } from "@/tests/support/cast";
import { editFormOf as formOf } from "@/tests/support/forms/edit-form";
import { linkTo } from "@/tests/support/links";
import {
  actionsOn,
  eventsOf,
  linesOf,
  linkIn,
  mailTo,
  rolesOf,
  rowsOf,
  sessionsOf,
  statusOf,
} from "@/tests/support/rows";
import { sessionOf } from "../auth/session/session-of";
import { sha256 } from "../crypto";
import { NotFound, Refused } from "../errors";
import { linkState } from "../links/link-state";
import { EditMember, editMember } from "./edit";

describe("saving a user", () => {
  test("changes every detail, and the list's copy with it", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number(), await company.number()];
    const person = await company.endUser({ lines: [desk] });
    const changes = {
      firstName: "Zoë",
      lastName: "Ångström",
      defaultNumber: recalls.id,
      contactNumber: "+14155552671",
      timeZone: "Europe/Berlin",
    };
    await editMember(await viewerOf(company.ana), await formOf(person, changes));
    expect(await rowsOf(person)).toMatchObject({
      user: {
        firstName: "Zoë",
        lastName: "Ångström",
        contactNumber: "+14155552671",
        timeZone: "Europe/Berlin",
        username: person.username,
      },
      member: { defaultNumberId: recalls.id, nameKey: "Zoë Ångström" },
    });
    expect(new Set(await linesOf(person))).toEqual(new Set([desk.id, recalls.id]));
    const edited = (await eventsOf(person.memberId)).find((event) => event.action === "member.edited");
    expect(edited?.details).toMatchObject({ before: { firstName: person.firstName }, after: { firstName: "Zoë" } });
  });

  test("Disabled takes effect at once: their session is out and their links are dead", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const token = await openSession(person);
    const link = await linkTo(person, "reset");
    await editMember(await viewerOf(company.ana), await formOf(person, { status: "Disabled" }));
    expect(await sessionOf(token)).toBeNull();
    expect(await linkState("reset", link)).toMatchObject({ state: "revoked" });
    expect(await mailTo(person.email)).toEqual([]);
    await editMember(await viewerOf(company.ana), await formOf(person, { status: "Active" }));
    expect(await statusOf(person)).toBe("Active");
    expect(await sessionOf(token)).toBeNull();
  });

  test("Active never makes somebody Active who has not accepted; Disabled and back is Pending", async () => {
    const company = await makeCompany();
    const [person, viewer] = [await company.pending(), await viewerOf(company.ana)];
    await editMember(viewer, await formOf(person, { status: "Active" }));
    expect(await statusOf(person)).toBe("Pending");
    await editMember(viewer, await formOf(person, { status: "Disabled" }));
    expect(await statusOf(person)).toBe("Disabled");
    await editMember(viewer, await formOf(person, { status: "Active" }));
    expect(await statusOf(person)).toBe("Pending");
  });

  test("a promotion and a demotion hold from the next request on", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const token = await openSession(person);
    await editMember(await viewerOf(company.ana), await formOf(person, { userType: "admin" }));
    expect((await sessionOf(token))?.assignments).toMatchObject([{ role: "admin" }]);
    await editMember(await viewerOf(company.ana), await formOf(person, { userType: "end-user" }));
    expect((await sessionOf(token))?.assignments).toMatchObject([{ role: "end-user" }]);
    expect(await rolesOf(person)).toHaveLength(1);
  });

  test("somebody else's number can't be given", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const person = await company.endUser();
    const input = await formOf(person, { defaultNumber: (await other.number()).id, firstName: "Changed" });
    await expect(editMember(await viewerOf(company.ana), input)).rejects.toMatchObject({ field: "defaultNumber" });
    expect((await rowsOf(person))?.user.firstName).toBe(person.firstName);
  });
});

describe("an Admin's correction of an email", () => {
  test("counts at once, kills reset links and tells the old address", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const link = await linkTo(person, "reset");
    const email = `new.${unique()}@harbour.example`;
    await editMember(await viewerOf(company.ana), await formOf(person, { email }));
    expect((await rowsOf(person))?.user.email).toBe(email);
    expect(await linkState("reset", link)).toMatchObject({ state: "revoked" });
    expect(await mailTo(person.email)).toMatchObject([{ template: "email-changed" }]);
    expect(await mailTo(email)).toMatchObject([{ template: "email-entered" }]);
    expect(await actionsOn(person.memberId)).toContain("email.changed");
  });

  test("of somebody Pending withdraws the old link and sends another to the new address", async () => {
    const company = await makeCompany();
    const person = await company.pending();
    const link = await linkTo(person, "invitation");
    const email = `new.${unique()}@harbour.example`;
    await editMember(await viewerOf(company.ana), await formOf(person, { email }));
    expect(await linkState("invitation", link)).toMatchObject({ state: "replaced" });
    expect(await mailTo(person.email)).toEqual([]);
    const fresh = (await linkIn(email)).searchParams.get("token");
    expect(await linkState("invitation", fresh)).toMatchObject({ state: "live", memberId: person.memberId });
  });

  test("to one that is taken is refused beside the field, and nothing is saved", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const [person, holder] = [await company.endUser(), await other.endUser()];
    const input = await formOf(person, { email: holder.email.toUpperCase(), firstName: "Changed" });
    await expect(editMember(await viewerOf(company.ana), input)).rejects.toMatchObject({ field: "email" });
    expect((await rowsOf(person))?.user.firstName).toBe(person.firstName);
  });
});

describe("who may not", () => {
  test("nobody changes their own status or user type; their other details they may", async () => {
    const company = await makeCompany();
    await company.admin();
    const ana = await viewerOf(company.ana);
    for (const changes of [{ status: "Disabled" }, { userType: "end-user" }] as const)
      await expect(editMember(ana, await formOf(company.ana, changes))).rejects.toThrow("to yourself");
    await editMember(ana, await formOf(company.ana, { status: "Active", userType: "admin", firstName: "Anna" }));
    expect((await rowsOf(company.ana))?.user.firstName).toBe("Anna");
  });

  test("an Admin of a group cannot touch whoever stands above it", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const local = await viewerOf(await company.admin({ groupId: west.id }));
    await expect(editMember(local, await formOf(company.ana, { status: "Disabled" }))).rejects.toThrow(NotFound);
    expect(await statusOf(company.ana)).toBe("Active");
  });

  test("to another company's Admin, an End User and for unknown or deleted ids nobody is there", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const person = await company.endUser();
    const input = await formOf(person, { firstName: "Changed" });
    await expect(editMember(await viewerOf(other.ana), input)).rejects.toThrow(NotFound);
    await expect(editMember(await viewerOf(await company.endUser()), input)).rejects.toThrow(NotFound);
    await expect(editMember(await viewerOf(company.ana), { ...input, memberId: onceKey() })).rejects.toThrow(NotFound);
    await writeDb.delete(members).where(eq(members.id, person.memberId));
    await expect(editMember(await viewerOf(company.ana), { ...input, once: onceKey() })).rejects.toThrow(NotFound);
  });

  test("whoever lost the right since they loaded the page can't save", async () => {
    const company = await makeCompany();
    const [ben, person] = [await company.admin(), await company.endUser()];
    const before = await formOf(person, { firstName: "Changed" });
    const token = await openSession(ben);
    await editMember(await viewerOf(company.ana), await formOf(ben, { userType: "end-user" }));
    const now = await sessionOf(token);
    if (!now) throw new Error("a demotion ends no session");
    await expect(editMember(now, before)).rejects.toThrow(NotFound);
  });
});

test("a guest's access is changed before they joined; their person is for their own company", async () => {
  const [company, home] = [await makeCompany(), await makeCompany()];
  const person = await home.endUser();
  const guest = { ...person, accountId: company.accountId, memberId: v7() };
  const { accountId, memberId } = guest;
  await writeDb.insert(members).values({ id: memberId, accountId, userId: person.userId });
  await writeDb.insert(roleAssignments).values({ accountId, memberId, role: "viewer", groupId: company.rootGroupId });
  const nameless = { firstName: "", lastName: "", contactNumber: "+14155552671", userType: "end-user" } as const;
  await editMember(await viewerOf(company.ana), await formOf(guest, nameless));
  expect(await rowsOf(guest)).toMatchObject({ user: { firstName: person.firstName, contactNumber: null } });
  expect((await rolesOf(guest)).map(({ role }) => role)).toEqual(["end-user", "viewer"]);
});

test("a whole name is not emptied, half of one is enough, one that is still missing may stay away", async () => {
  const company = await makeCompany();
  const [person, invited] = [await company.endUser(), await company.pending({ name: " " })];
  const viewer = await viewerOf(company.ana);
  const none = { firstName: "", lastName: "" };
  await expect(editMember(viewer, await formOf(person, none))).rejects.toMatchObject({
    field: "firstName",
    message: "Enter a first or a last name.",
  });
  await editMember(viewer, await formOf(person, { firstName: "", lastName: "Suharto" }));
  expect(await rowsOf(person)).toMatchObject({ user: { firstName: "" }, member: { nameKey: "Suharto" } });
  await editMember(viewer, await formOf(person, { firstName: "Madonna", lastName: "" }));
  expect(await rowsOf(person)).toMatchObject({ user: { lastName: "" }, member: { nameKey: "Madonna" } });
  await editMember(viewer, await formOf(invited, none));
  expect((await rowsOf(invited))?.user).toMatchObject({ firstName: "", lastName: "" });
});

test("the same form sent twice is one change with one answer", async () => {
  const company = await makeCompany();
  const [person, viewer] = [await company.endUser(), await viewerOf(company.ana)];
  const input = await formOf(person, { status: "Disabled" });
  const answers = await Promise.all([editMember(viewer, input), editMember(viewer, input)]);
  expect(answers[0]).toEqual(answers[1]);
  expect((await actionsOn(person.memberId)).filter((action) => action === "member.disabled")).toHaveLength(1);
  expect(await sessionsOf(person)).toEqual([]);
});

test("what does not belong to the form is dropped", async () => {
  const company = await makeCompany();
  const person = await company.endUser();
  const { once: _, ...form } = await formOf(person);
  const parsed = EditMember(HOME).parse({
    ...form,
    defaultNumber: "",
    contactNumber: "",
    username: "other",
    accountId: onceKey(),
    passwordHash: "x",
    acceptedAt: "now",
  });
  expect(Object.keys(parsed)).not.toEqual(expect.arrayContaining(["username"]));
  expect(EditMember(HOME).safeParse({ ...form, status: "Pending" }).success).toBe(false);
});

test("trying whose address is taken counts, also in vain, and stops at the company's daily number", async () => {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const [viewer, ben] = [await viewerOf(company.ana), await company.pending()];
  const taken = async () =>
    editMember(viewer, EditMember(HOME).parse({ ...(await formOf(ben)), email: elsewhere.ana.email }));
  await expect(taken()).rejects.toThrow(Refused);
  const key = `invitations:${sha256(company.accountId).toString("base64url")}`;
  const [counted] = await writeDb.select({ used: throttles.used }).from(throttles).where(eq(throttles.key, key));
  expect(counted?.used).toBe(1);
  await writeDb.update(throttles).set({ used: 10_000 }).where(eq(throttles.key, key));
  await expect(taken()).rejects.toThrow("10,000 invitations");
});
