import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { HOME, makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { numberFormOf } from "@/tests/support/forms/number-form";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf } from "@/tests/support/rows";
import { PeoplePage } from "../members/list/people-by-name";
import { AddNumber, addNumber } from "./add";
import { editNumber } from "./edit";
import { formatNumber } from "./format-number";
import { getNumber } from "./get";
import { listNumbers } from "./list";
import { numbersQuery } from "./numbers-query";
import { numberOptions } from "./options";
import { peopleOnLine } from "./people-on-line";

const fresh = () => `+1${randomInt(201, 989)}${randomInt(2_000_000, 9_999_999)}`;
const first = PeoplePage.parse({});

describe("adding a number", () => {
  test("puts it in the root group, with its history", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const { id } = await addNumber(viewer, { number: fresh(), label: "Front desk", once: onceKey() });
    expect(await getNumber(viewer, id)).toMatchObject({
      label: "Front desk",
      group: "Main Group",
      status: "Active",
      people: 0,
      manages: true,
    });
    expect(await actionsOn(id)).toEqual(["number.added"]);
  });

  test("that is in use anywhere is refused beside its field, also when two add it at once", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const viewers = [await viewerOf(company.ana), await viewerOf(elsewhere.ana)];
    const number = fresh();
    const answers = await Promise.allSettled(
      viewers.map((viewer) => addNumber(viewer, { number, label: "Desk", once: onceKey() })),
    );
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refused).toMatchObject([{ name: "Refused", field: "number" }]);
  });

  test("twice by the same form adds one", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const input = { number: fresh(), label: "Desk", once: onceKey() };
    const [one, two] = await Promise.all([addNumber(viewer, input), addNumber(viewer, input)]);
    expect(one).toEqual(two);
    expect((await listNumbers(viewer, numbersQuery({}))).total).toBe(1);
  });

  test("goes into one's own part, and is nothing for an End User", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    const { id } = await addNumber(ofWest, { number: fresh(), label: "Desk", once: onceKey() });
    expect((await getNumber(ofWest, id))?.group).toBe("West");
    const attempt = addNumber(await viewerOf(await company.endUser()), {
      number: fresh(),
      label: "Mine",
      once: onceKey(),
    });
    await expect(attempt).rejects.toMatchObject({ name: "NotFound" });
  });

  test("is read as people write it", () => {
    expect(AddNumber(HOME).parse({ number: " (415) 555-0134 ", label: " Front desk " })).toEqual({
      number: "+14155550134",
      label: "Front desk",
    });
    expect(
      AddNumber(HOME)
        .safeParse({ number: "555", label: "" })
        .error?.issues.map((issue) => issue.path[0]),
    ).toEqual(["number", "label"]);
    expect(AddNumber({ country: "GB" }).parse({ number: "07400 123456", label: "Van" }).number).toBe("+447400123456");
    expect(formatNumber("+14155550134")).toBe("(415) 555-0134");
    expect(formatNumber("+442079460018")).toBe("+44 20 7946 0018");
  });
});

describe("a number", () => {
  test("is labelled anew and disabled; then it is offered to nobody new", async () => {
    const company = await makeCompany();
    const [desk, viewer] = [await company.number({ label: "Desk" }), await viewerOf(company.ana)];
    expect(await numberOptions(viewer)).toEqual([{ value: desk.id, label: `${formatNumber(desk.e164)} · Desk` }]);
    await editNumber(viewer, await numberFormOf(desk, { label: "Old desk", status: "Disabled" }));
    expect(await getNumber(viewer, desk.id)).toMatchObject({ label: "Old desk", status: "Disabled" });
    expect(await numberOptions(viewer)).toEqual([]);
    expect((await eventsOf(desk.id))[0]?.details).toEqual({
      before: { label: "Desk", status: "Active" },
      after: { label: "Old desk", status: "Disabled" },
    });
  });

  test("of another company, of another part and of an unknown id are not found, to see or to change", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const [west, east] = [await company.group("West"), await company.group("East")];
    const line = await company.number({ groupId: west.id });
    const viewers = [
      await viewerOf(elsewhere.ana),
      await viewerOf(await company.endUser()),
      await viewerOf(await company.admin({ groupId: east.id })),
    ];
    for (const viewer of viewers) {
      expect(await getNumber(viewer, line.id)).toBeNull();
      expect((await listNumbers(viewer, numbersQuery({}))).total).toBe(0);
      const attempt = editNumber(viewer, await numberFormOf(line, { label: "Taken" }));
      await expect(attempt).rejects.toMatchObject({ name: "NotFound" });
    }
    expect(await getNumber(await viewerOf(company.ana), "not an id")).toBeNull();
  });

  test("moves to another group of the viewer's; both must be theirs", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const line = await company.number({ groupId: west.id });
    const viewer = await viewerOf(company.ana);
    await editNumber(viewer, await numberFormOf(line, { groupId: east.id }));
    expect((await eventsOf(line.id))[0]?.details).toEqual({ before: { group: "West" }, after: { group: "East" } });
    const ofEast = await viewerOf(await company.admin({ groupId: east.id }));
    for (const groupId of [west.id, company.rootGroupId, (await makeCompany()).rootGroupId, crypto.randomUUID()]) {
      const attempt = editNumber(ofEast, await numberFormOf(line, { groupId }));
      await expect(attempt).rejects.toMatchObject({ name: "NotFound" });
    }
    expect(await getNumber(viewer, line.id)).toMatchObject({ group: "East" });
    expect((await listNumbers(viewer, numbersQuery({ group: west.id }))).total).toBe(0);
    expect((await listNumbers(viewer, numbersQuery({ group: east.id }))).rows).toMatchObject([{ id: line.id }]);
  });

  test("saved by somebody else meanwhile is not overwritten", async () => {
    const company = await makeCompany();
    const [line, viewer] = [await company.number({ label: "Desk" }), await viewerOf(company.ana)];
    const seenFirst = await numberFormOf(line, { label: "Mine" });
    await editNumber(viewer, await numberFormOf(line, { label: "Theirs" }));
    await expect(editNumber(viewer, seenFirst)).rejects.toMatchObject({ name: "Refused" });
    expect((await getNumber(viewer, line.id))?.label).toBe("Theirs");
  });

  test("saved by two at once is the first one's, and the other is told", async () => {
    const company = await makeCompany();
    const [line, viewer] = [await company.number({ label: "Desk" }), await viewerOf(company.ana)];
    const forms = [await numberFormOf(line, { label: "Mine" }), await numberFormOf(line, { label: "Theirs" })];
    const saved = await meet(...forms.map((form) => () => editNumber(viewer, form)));
    expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(saved.find(({ status }) => status === "rejected")).toMatchObject({ reason: { name: "Refused" } });
  });

  test("is put into a group of one's own, and into nobody else's", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
    const add = (groupId: string) => addNumber(ofWest, { number: fresh(), label: "Desk", groupId, once: onceKey() });
    expect(await getNumber(ofWest, (await add(west.id)).id)).toMatchObject({ groupId: west.id });
    for (const groupId of [east.id, company.rootGroupId])
      await expect(add(groupId)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("its people come by name, page by page, both ways, and are found by any part", async () => {
    const company = await makeCompany();
    const line = await company.number();
    const names = Array.from({ length: 29 }, (_, at) => `Nia ${String.fromCharCode(65 + (at % 26))}${at}`);
    names.push("Nia Quillfeather");
    for (const name of names) await company.endUser({ name, lines: [line] });
    const viewer = await viewerOf(company.ana);
    const one = await peopleOnLine(viewer, line.id, first);
    const two = await peopleOnLine(viewer, line.id, PeoplePage.parse({ after: one.next }));
    expect([one.rows.length, two.rows.length, one.previous, two.next]).toEqual([25, 5, undefined, undefined]);
    const sorted = [...names].sort((a, b) => a.localeCompare(b, "en"));
    expect([...one.rows, ...two.rows].map((row) => `${row.firstName} ${row.lastName}`)).toEqual(sorted);
    expect((await peopleOnLine(viewer, line.id, PeoplePage.parse({ before: two.previous }))).rows).toEqual(one.rows);
    const last = await peopleOnLine(viewer, line.id, PeoplePage.parse({ before: "last" }));
    expect(last.rows.at(-1)).toEqual(two.rows.at(-1));
    expect((await peopleOnLine(viewer, line.id, PeoplePage.parse({ search: "ILLFEA nia" }))).rows).toHaveLength(1);
    expect((await peopleOnLine(viewer, line.id, PeoplePage.parse({ search: "100%_" }))).rows).toEqual([]);
  });

  test("nonsense in the address is the first page", () => {
    const nonsense = { after: "x", before: ["a"], size: "7", search: ["a", "b"] };
    expect(PeoplePage.parse(nonsense)).toEqual({ search: "", size: 25, after: undefined, before: undefined });
  });
});
