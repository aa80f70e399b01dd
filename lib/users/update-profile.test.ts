import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { sessions } from "@/db/schema";
import { writeDb } from "@/db/write";
import { HOME, makeCompany, onceKey, PASSWORD, type Person, unique, viewerOf } from "@/tests/support/cast";
import { actionsOn, eventsOf, linkIn, mailTo, rowsOf } from "@/tests/support/rows";
import { changePassword } from "./change-password";
import { cancelEmailChange } from "./email/cancel-email-change";
import { resendEmailChange } from "./email/resend-email-change";
import { getProfile } from "./get-profile";
import { UpdateProfile, updateProfile } from "./update-profile";

const NEW = "teal anchor violin 83";
const newAddress = () => `new.${unique()}@harbour.example`;

async function profileOf(person: Person, changes: Partial<Parameters<typeof updateProfile>[1]> = {}) {
  const row = await rowsOf(person);
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    contactNumber: null,
    timeZone: person.timeZone,
    defaultNumber: null,
    email: person.email,
    currentPassword: null,
    revision: row?.member.revision ?? 0,
    once: onceKey(),
    ...changes,
  };
}

const age = (minutes: number, sessionId: string) =>
  writeDb
    .update(sessions)
    .set({ createdAt: sql`now() - make_interval(mins => ${minutes})` })
    .where(sql`id = ${sessionId}`);

describe("Edit Profile", () => {
  test("an End User changes their own names, contact number, time zone and default number", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number(), await company.number()];
    const person = await company.endUser({ lines: [desk, recalls] });
    const changes = {
      firstName: "Zoë",
      contactNumber: "+14155552671",
      timeZone: "Europe/Berlin",
      defaultNumber: recalls.id,
    };
    await updateProfile(await viewerOf(person), await profileOf(person, changes));
    expect(await rowsOf(person)).toMatchObject({
      user: { firstName: "Zoë", contactNumber: "+14155552671", timeZone: "Europe/Berlin", username: person.username },
      member: { defaultNumberId: recalls.id, nameKey: `Zoë ${person.lastName}` },
    });
    const [event] = await eventsOf(person.memberId);
    expect(event).toMatchObject({
      action: "profile.edited",
      details: { before: { firstName: person.firstName }, after: { firstName: "Zoë" } },
    });
  });

  test("a line that is not theirs cannot become their default number", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const person = await company.endUser();
    for (const line of [await company.number(), await other.number()]) {
      const attempt = updateProfile(await viewerOf(person), await profileOf(person, { defaultNumber: line.id }));
      await expect(attempt).rejects.toMatchObject({ name: "Refused", field: "defaultNumber" });
    }
    expect((await rowsOf(person))?.member.defaultNumberId).toBeNull();
  });

  test("who saves over somebody else's change is told, and nothing is overwritten", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const [one, two] = [await profileOf(person, { firstName: "Uno" }), await profileOf(person, { firstName: "Dos" })];
    const answers = await Promise.allSettled([updateProfile(viewer, one), updateProfile(viewer, two)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await actionsOn(person.memberId)).toHaveLength(1);
  });

  test("the same form sent twice saves once", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const input = await profileOf(person, { email: newAddress() });
    const answers = await Promise.all([updateProfile(viewer, input), updateProfile(viewer, input)]);
    expect(answers).toEqual([{ waits: input.email }, { waits: input.email }]);
    expect(await mailTo(input.email)).toHaveLength(1);
  });

  test("fields that no form has change nothing", () => {
    const form = {
      firstName: " Ana ",
      lastName: "Silva",
      contactNumber: "",
      timeZone: "UTC",
      email: "ana@harbour.example",
      revision: "3",
      username: "root",
      role: "admin",
      accountId: "x",
    };
    expect(UpdateProfile(HOME).parse(form)).toEqual({
      firstName: "Ana",
      lastName: "Silva",
      contactNumber: null,
      timeZone: "UTC",
      defaultNumber: null,
      email: "ana@harbour.example",
      currentPassword: null,
      revision: 3,
    });
  });
});

describe("a new email", () => {
  test("waits until it is confirmed; the old one stays", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const email = newAddress();
    expect(await updateProfile(viewer, await profileOf(person, { email }))).toEqual({ waits: email });
    expect((await rowsOf(person))?.user.email).toBe(person.email);
    expect((await getProfile(viewer))?.waiting).toMatchObject({ email, expired: false });
    expect((await linkIn(email)).pathname).toBe("/confirm-email");
    expect((await linkIn(person.email)).pathname).toBe("/keep-email");
    expect((await mailTo(person.email)).map(({ template }) => template)).toEqual(["email-change-asked"]);
  });

  test("that is taken uses up no try of the current password", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const viewer = await viewerOf(person);
    const ask = async (more: object) =>
      updateProfile(viewer, await profileOf(person, { currentPassword: PASSWORD, ...more }));
    for (let tries = 0; tries < 5; tries++) {
      await expect(ask({ email: company.ana.email })).rejects.toMatchObject({ field: "email" });
      await expect(ask({ email: newAddress(), revision: -1 })).rejects.toThrow("Somebody else changed this");
    }
    await changePassword(viewer, { currentPassword: PASSWORD, password: NEW, confirmPassword: NEW, once: onceKey() });
  });

  test("asks for the current password five minutes after it was given, which holds for five more", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    await age(6, viewer.sessionId);
    const email = newAddress();
    for (const currentPassword of [null, "not the password 47"]) {
      const attempt = updateProfile(viewer, await profileOf(person, { email, currentPassword }));
      await expect(attempt).rejects.toMatchObject({ name: "Refused", field: "currentPassword" });
    }
    expect(await mailTo(email)).toEqual([]);
    expect(await mailTo(person.email)).toEqual([]);
    await updateProfile(viewer, await profileOf(person, { email, currentPassword: PASSWORD }));
    expect(await mailTo(email)).toHaveLength(1);
    await updateProfile(viewer, await profileOf(person, { email: newAddress() }));
    await writeDb
      .update(sessions)
      .set({ passwordAt: sql`now() - interval '6 minutes'` })
      .where(sql`id = ${viewer.sessionId}`);
    const later = updateProfile(viewer, await profileOf(person, { email: newAddress() }));
    await expect(later).rejects.toMatchObject({ name: "Refused", field: "currentPassword" });
  });

  test("needs no password in the first five minutes", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    await age(4, viewer.sessionId);
    const email = newAddress();
    await updateProfile(viewer, await profileOf(person, { email }));
    expect(await mailTo(email)).toHaveLength(1);
  });

  test("is refused when somebody has it, and nothing else of the form is saved", async () => {
    const company = await makeCompany();
    const [person, other] = [await company.endUser(), await (await makeCompany()).endUser()];
    const input = await profileOf(person, { firstName: "Zoë", email: other.email.toUpperCase() });
    await expect(updateProfile(await viewerOf(person), input)).rejects.toMatchObject({ field: "email" });
    expect((await rowsOf(person))?.user.firstName).toBe(person.firstName);
    expect(await mailTo(other.email)).toEqual([]);
  });

  test("can be sent again, which replaces the link, and taken back", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const email = newAddress();
    await updateProfile(viewer, await profileOf(person, { email }));
    const first = await linkIn(email);
    await resendEmailChange(viewer, { once: onceKey() });
    expect((await linkIn(email)).href).not.toBe(first.href);
    expect(await mailTo(email)).toHaveLength(2);
    await cancelEmailChange(viewer, { once: onceKey() });
    expect((await getProfile(viewer))?.waiting).toBeUndefined();
    await expect(resendEmailChange(viewer, { once: onceKey() })).rejects.toMatchObject({ name: "Refused" });
  });

  test("fills nobody's mailbox: ten in an hour", async () => {
    const person = await (await makeCompany()).endUser();
    const viewer = await viewerOf(person);
    const email = newAddress();
    await updateProfile(viewer, await profileOf(person, { email }));
    for (let sent = 1; sent < 10; sent++) await resendEmailChange(viewer, { once: onceKey() });
    await expect(resendEmailChange(viewer, { once: onceKey() })).rejects.toMatchObject({ name: "Refused" });
    expect(await mailTo(email)).toHaveLength(10);
  });
});
