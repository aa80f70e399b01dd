import { expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { addNote } from "./add-note";
import { countConversations } from "./list";

test("whom a note names is told; a name that is nobody's on this line, or several people's, is said back", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const wes = await company.endUser({ name: "Wes Adair", lines: [line] });
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  for (const name of ["Cara Novak", "Cara Quist"]) await company.endUser({ name, lines: [line] });
  await company.endUser({ name: "Olive Grant" });
  const talk = await makeTalk({ line });
  const viewer = await viewerOf(wes);
  const nobodyIn = async (note: string) =>
    (await addNote(viewer, { conversationId: talk.id, note, once: onceKey() })).nobody;
  const mentionsOf = async () => (await countConversations(await viewerOf(ben), null)).mentions;

  const addresses = "ben@castle.example, ana.b@example.com, a-b@x.example or a_b@x.example";
  expect(await nobodyIn(`Write to ${addresses} or @ 5 pm, @2`)).toEqual([]);
  expect(await nobodyIn("@Bert, @olive and @Benny: look")).toEqual(["Bert", "olive", "Benny"]);
  expect(await mentionsOf()).toBe(0);
  expect(await nobodyIn("@Cara? Or (@Cara Quist), @ben")).toEqual(["Cara"]);
  expect(await mentionsOf()).toBe(1);
});

test("in a list and right after a full stop a name is one, too; one's own is no mistake", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const cara = await company.endUser({ name: "Cara Silva", lines: [line] });
  for (const name of ["Ben Ortiz", "Cara Novak", "Cara Quist"]) await company.endUser({ name, lines: [line] });
  const talk = await makeTalk({ line });
  const viewer = await viewerOf(cara);
  const nobodyIn = async (note: string) =>
    (await addNote(viewer, { conversationId: talk.id, note, once: onceKey() })).nobody;

  expect(await nobodyIn("-@Ben\n-@Bert\nDone.@Benny")).toEqual(["Bert", "Benny"]);
  expect(await nobodyIn("I did it (@Cara Silva)")).toEqual([]);
  expect(await nobodyIn("@cara")).toEqual(["cara"]);
});

test("on a line that hundreds share the last of them is told, too, and a note full of names is soon read", async () => {
  const company = await makeCompany();
  const line = await company.number();
  const wes = await company.endUser({ name: "Wes Adair", lines: [line] });
  for (let at = 0; at < 200; at++) await company.endUser({ name: `Abe Castle ${at}`, lines: [line] });
  const zoe = await company.endUser({ name: "Zoe Young", lines: [line] });
  const talk = await makeTalk({ line });
  const viewer = await viewerOf(wes);
  const nobodyIn = async (note: string) =>
    (await addNote(viewer, { conversationId: talk.id, note, once: onceKey() })).nobody;

  expect(await nobodyIn("@Wes and @zoe: look")).toEqual([]);
  expect((await countConversations(await viewerOf(zoe), null)).mentions).toBe(1);
  const began = performance.now();
  expect(await nobodyIn("@a ".repeat(500))).toEqual(["a"]);
  expect(performance.now() - began).toBeLessThan(10_000);
});
