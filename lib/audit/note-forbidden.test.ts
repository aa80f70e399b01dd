import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { eventsOf } from "@/tests/support/rows";
import { noteForbidden } from "./note-forbidden";
import { sentenceOf } from "./sentences";

test("what somebody may not do is told once an hour, however often and however many at once", async () => {
  const { endUser } = await makeCompany();
  const person = await endUser();
  const viewer = await viewerOf(person);
  await Promise.all(Array.from({ length: 20 }, () => noteForbidden(viewer, "/admin/users/new")));
  const [event, ...more] = await eventsOf(person.memberId);
  expect(more).toEqual([]);
  expect(event && sentenceOf(event)).toBe(`${person.name} asked for something that isn't there for them`);
  expect(event?.details).toEqual({ page: "/admin/users/new" });
});
