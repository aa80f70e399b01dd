import { expect, test } from "vitest";
import { viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { makeTalk } from "@/tests/support/talk";
import { inboxQuery } from "./inbox-query";
import { listConversations } from "./list";

test("words are found whatever apostrophes, dashes and quotation marks a telephone writes, and no sign means anything else", async () => {
  const { ben, line } = await deskFor();
  const viewer = await viewerOf(ben);
  const found = async (search: string) =>
    (await listConversations(viewer, inboxQuery({ search }))).rows.map(({ id }) => id);
  const curly = await makeTalk({ line, lines: ["I don’t do “walk–ins” in Zürich"] });
  const odd = await makeTalk({ line, lines: ['100% off_today: C:\\temp, 牙医 👍🏽 "don\'t"'] });
  for (const search of ['"walk-ins"', "“Walk-Ins”", "zu\u0308rich", "DON'T walk"])
    expect(await found(search), search).toEqual([curly.id]);
  for (const search of ["0%", "off_today", "\\temp", "牙医", "👍", "C:\\"])
    expect(await found(search), search).toEqual([odd.id]);
  expect(await found("don’t")).toEqual(expect.arrayContaining([curly.id, odd.id]));
  for (const search of ["1%0", "of__", "\\%", "'; drop table messages; --", "(((", "[a-z]*"])
    expect(await found(search), search).toEqual([]);
  // What many have is looked for along the list.
  for (let at = 0; at < 12; at++) await makeTalk({ line, lines: ["We don’t open on Sundays", "Don’t wait"] });
  expect(await found("don't")).toHaveLength(14);
});
