import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, openSession, type Person, viewerOf } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { meet } from "@/tests/support/meet";
import { actionsOn, countsOf, mailTo, statusOf } from "@/tests/support/rows";
import { sessionOf } from "../auth/session/session-of";
import { NotFound, Refused } from "../errors";
import { linkState } from "../links/link-state";
import { disableMember } from "./disable";
import { enableMember } from "./enable";

const asked = (person: Person) => ({ memberId: person.memberId, once: onceKey() });

describe("disabling", () => {
  test("ends their sessions and links at once, and mails nothing; enabling brings back neither", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const viewer = await viewerOf(company.ana);
    const [token, link] = [await openSession(person), await linkTo(person, "reset")];
    expect(await disableMember(viewer, asked(person))).toEqual({ name: person.name, undo: expect.any(String) });
    expect(await sessionOf(token)).toBeNull();
    expect(await countsOf(company)).toEqual({ active: 1, pending: 0, disabled: 1 });
    expect(await enableMember(viewer, asked(person))).toEqual({ name: person.name, undo: expect.any(String) });
    expect(await statusOf(person)).toBe("Active");
    expect(await sessionOf(token)).toBeNull();
    expect(await linkState("reset", link)).toMatchObject({ state: "revoked" });
    expect(await mailTo(person.email)).toEqual([]);
  });

  test("somebody Pending kills their invitation; enabled they are Pending again", async () => {
    const company = await makeCompany();
    const [person, viewer] = [await company.pending(), await viewerOf(company.ana)];
    const link = await linkTo(person, "invitation");
    await disableMember(viewer, asked(person));
    expect(await linkState("invitation", link)).toMatchObject({ state: "revoked" });
    await enableMember(viewer, asked(person));
    expect(await statusOf(person)).toBe("Pending");
  });

  test("nobody disables themself", async () => {
    const company = await makeCompany();
    await company.admin();
    await expect(disableMember(await viewerOf(company.ana), asked(company.ana))).rejects.toThrow("to yourself");
  });

  test("two Admins who disable each other at once leave one", async () => {
    const company = await makeCompany();
    const ben = await company.admin();
    const [byAna, byBen] = [await viewerOf(company.ana), await viewerOf(ben)];
    const done = await meet(
      () => disableMember(byAna, asked(ben)),
      () => disableMember(byBen, asked(company.ana)),
    );
    expect((await Promise.all([company.ana, ben].map(statusOf))).sort()).toEqual(["Active", "Disabled"]);
    for (const each of done) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Refused);
  });

  test("sent twice it is one event; a second time is told, and no event", async () => {
    const company = await makeCompany();
    const [person, viewer] = [await company.endUser(), await viewerOf(company.ana)];
    const input = asked(person);
    await Promise.all([disableMember(viewer, input), disableMember(viewer, input)]);
    await expect(disableMember(viewer, asked(person))).rejects.toThrow(`${person.name} is disabled already.`);
    expect(await actionsOn(person.memberId)).toEqual(["member.disabled"]);
    await enableMember(viewer, asked(person));
    await expect(enableMember(viewer, asked(person))).rejects.toThrow(`${person.name} is not disabled.`);
    expect(await actionsOn(person.memberId)).toEqual(["member.enabled", "member.disabled"]);
  });

  test("another company's Admin, an End User, a greater one's lesser and unknown ids: not found", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const west = await company.group("West");
    const local = await company.admin({ groupId: west.id });
    const person = await company.endUser();
    for (const stranger of [other.ana, await company.endUser(), local])
      for (const verb of [disableMember, enableMember])
        await expect(verb(await viewerOf(stranger), asked(person))).rejects.toThrow(NotFound);
    await expect(disableMember(await viewerOf(company.ana), { memberId: onceKey() })).rejects.toThrow(NotFound);
    expect(await statusOf(person)).toBe("Active");
  });

  test("an Admin of a group disables whoever lies under it", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const [local, person] = [await company.admin({ groupId: west.id }), await company.endUser({ groupId: west.id })];
    await disableMember(await viewerOf(local), asked(person));
    expect(await statusOf(person)).toBe("Disabled");
  });
});
