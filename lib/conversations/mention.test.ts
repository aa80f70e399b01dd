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

  expect(await nobodyIn("Write to ben@castle.example or @ 5 pm, @2")).toEqual([]);
  expect(await nobodyIn("@Bert, @olive and @Benny: look")).toEqual(["Bert", "olive", "Benny"]);
  expect(await mentionsOf()).toBe(0);
  expect(await nobodyIn("@Cara? Or (@Cara Quist), @ben")).toEqual(["Cara"]);
  expect(await mentionsOf()).toBe(1);
});
