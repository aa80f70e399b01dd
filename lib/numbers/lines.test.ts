import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { numberFormOf } from "@/tests/support/forms/number-form";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf, linesOf, rowsOf } from "@/tests/support/rows";
import { PeoplePage } from "../members/list/people-by-name";
import { editNumber } from "./edit";
import { giveLine } from "./give-line";
import { peopleOnLine } from "./people-on-line";
import { takeLine } from "./take-line";

const defaultOf = async (person: { memberId: string }) => (await rowsOf(person))?.member.defaultNumberId;

describe("giving a line", () => {
  test("by username or email, whatever the case; the first one becomes the default", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number(), await company.number()];
    const person = await company.endUser();
    const viewer = await viewerOf(company.ana);
    await giveLine(viewer, { numberId: desk.id, person: (person.username ?? "").toUpperCase(), once: onceKey() });
    await giveLine(viewer, { numberId: recalls.id, person: person.email.toUpperCase(), once: onceKey() });
    expect((await linesOf(person)).sort()).toEqual([desk.id, recalls.id].sort());
    expect(await defaultOf(person)).toBe(desk.id);
    expect(await actionsOn(person.memberId)).toEqual(["line.given", "line.given"]);
  });

  test("to somebody who can't text says why not, then and on the number's page", async () => {
    const company = await makeCompany();
    const desk = await company.number();
    const viewer = await viewerOf(company.ana);
    const people = [
      [await company.endUser({ name: "A B" }), null],
      [await company.endUser({ name: "B C", products: ["chat", "reports"] }), "product"],
      [await company.endUser({ name: "C D", role: "viewer" }), "role"],
    ] as const;
    for (const [{ email }, lacks] of people)
      expect(await giveLine(viewer, { numberId: desk.id, person: email, once: onceKey() })).toMatchObject({ lacks });
    const { rows } = await peopleOnLine(viewer, desk.id, PeoplePage.parse({}));
    expect(rows.map(({ lacks }) => lacks)).toEqual([null, "product", "role"]);
  });

  test("that is disabled is refused", async () => {
    const company = await makeCompany();
    const [desk, person] = [await company.number({ label: "Desk" }), await company.endUser()];
    const viewer = await viewerOf(company.ana);
    await editNumber(viewer, await numberFormOf(desk, { status: "Disabled" }));
    const attempt = giveLine(viewer, { numberId: desk.id, person: person.email, once: onceKey() });
    await expect(attempt).rejects.toMatchObject({ name: "Refused", field: "person" });
    expect(await linesOf(person)).toEqual([]);
  });

  test("two Admins at once: one gives, the other is told", async () => {
    const company = await makeCompany();
    const [desk, person] = [await company.number(), await company.endUser()];
    const viewers = [await viewerOf(company.ana), await viewerOf(await company.admin())];
    const answers = await Promise.allSettled(
      viewers.map((viewer) => giveLine(viewer, { numberId: desk.id, person: person.email, once: onceKey() })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await actionsOn(person.memberId)).toEqual(["line.given"]);
  });

  test("somebody of another company, an unknown name and somebody outside one's part are no such user", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const west = await company.group("West");
    const line = await company.number({ groupId: west.id });
    const inRoot = await company.endUser();
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    for (const person of [(await elsewhere.endUser()).email, "nobody.at.all", inRoot.email]) {
      const attempt = giveLine(ofWest, { numberId: line.id, person, once: onceKey() });
      await expect(attempt).rejects.toMatchObject({ field: "person", message: "No such user in your company." });
    }
  });

  test("a guest who has not joined is found by the address that was invited, not by a username", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [line, viewer] = [await company.number(), await viewerOf(company.ana)];
    const guest = await company.guest(await elsewhere.endUser(), { place: "Pending" });
    const by = (person: string | null) =>
      giveLine(viewer, { numberId: line.id, person: person ?? "", once: onceKey() });
    await expect(by(guest.username)).rejects.toMatchObject({ message: "No such user in your company." });
    expect(await by(guest.email.toUpperCase())).toMatchObject({ name: guest.email });
  });

  test("an End User, a stranger and an Admin of another part find no such number", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [west, east] = [await company.group("West"), await company.group("East")];
    const line = await company.number({ groupId: west.id });
    const person = await company.endUser({ groupId: east.id });
    for (const who of [await company.endUser(), elsewhere.ana, await company.admin({ groupId: east.id })]) {
      const attempt = giveLine(await viewerOf(who), { numberId: line.id, person: person.email, once: onceKey() });
      await expect(attempt).rejects.toMatchObject({ name: "NotFound" });
    }
    expect(await linesOf(person)).toEqual([]);
  });
});

describe("taking a line", () => {
  test("moves the default to another line of theirs, then to none", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number({ label: "Desk" }), await company.number({ label: "Recalls" })];
    const person = await company.endUser({ lines: [desk, recalls] });
    const viewer = await viewerOf(company.ana);
    await takeLine(viewer, { numberId: desk.id, memberId: person.memberId, once: onceKey() });
    expect(await defaultOf(person)).toBe(recalls.id);
    await takeLine(viewer, { numberId: recalls.id, memberId: person.memberId, once: onceKey() });
    expect(await defaultOf(person)).toBeNull();
    expect(await linesOf(person)).toEqual([]);
    expect((await eventsOf(person.memberId)).map((event) => event.details)).toEqual([
      { before: { number: recalls.e164 }, defaultNumber: null },
      { before: { number: desk.e164 }, defaultNumber: recalls.e164 },
    ]);
  });

  test("leaves a default that is another line alone", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number(), await company.number()];
    const person = await company.endUser({ lines: [desk, recalls] });
    const input = { numberId: recalls.id, memberId: person.memberId, once: onceKey() };
    await takeLine(await viewerOf(company.ana), input);
    expect(await defaultOf(person)).toBe(desk.id);
  });

  test("twice by the same form is once; twice by two forms is not found", async () => {
    const company = await makeCompany();
    const desk = await company.number();
    const person = await company.endUser({ lines: [desk] });
    const viewer = await viewerOf(company.ana);
    const input = { numberId: desk.id, memberId: person.memberId, once: onceKey() };
    await Promise.all([takeLine(viewer, input), takeLine(viewer, input)]);
    expect(await actionsOn(person.memberId)).toEqual(["line.taken"]);
    await expect(takeLine(viewer, { ...input, once: onceKey() })).rejects.toMatchObject({ name: "NotFound" });
  });

  test("given and taken at once, the default is always a line of theirs", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number(), await company.number()];
    const person = await company.endUser({ lines: [desk] });
    const viewer = await viewerOf(company.ana);
    const taking = (numberId: string) => () =>
      takeLine(viewer, { numberId, memberId: person.memberId, once: onceKey() });
    const giving = (numberId: string) => () => giveLine(viewer, { numberId, person: person.email, once: onceKey() });
    await meet<unknown>(taking(desk.id), giving(recalls.id));
    expect(await defaultOf(person)).toBe(recalls.id);
    await meet<unknown>(giving(desk.id), taking(recalls.id));
    expect(await defaultOf(person)).toBe(desk.id);
  });

  test("a stranger, an End User and unknown ids find nothing", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const desk = await company.number();
    const person = await company.endUser({ lines: [desk] });
    const [numberId, memberId] = [desk.id, person.memberId];
    const stranger = await viewerOf(elsewhere.ana);
    const attempts = [
      { viewer: stranger, numberId },
      { viewer: stranger, numberId: (await elsewhere.number()).id },
      { viewer: await viewerOf(await company.endUser()), numberId },
      { viewer: await viewerOf(company.ana), numberId: crypto.randomUUID() },
    ];
    for (const { viewer, ...rest } of attempts) {
      await expect(takeLine(viewer, { ...rest, memberId, once: onceKey() })).rejects.toMatchObject({
        name: "NotFound",
      });
    }
    expect(await linesOf(person)).toEqual([numberId]);
  });
});
