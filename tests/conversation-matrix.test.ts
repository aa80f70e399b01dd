import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NotFound, Refused } from "@/lib/errors";
import { makeCompany, onceKey, type Person, viewerOf } from "./support/cast";
import { everything } from "./support/everything";
import { CONVERSATION_ROWS, type Desk, deskFor } from "./support/matrix/conversations";

/** Who is near a conversation and may still do nothing with it. */
const STRANGERS: Record<string, (desk: Desk) => Promise<Person>> = {
  "an Admin of the company without the line": async ({ company }) => company.ana,
  "a colleague of the group without the line": ({ company, west }) => company.endUser({ groupId: west }),
  "who has the line and works in the group beside": ({ company, east, line }) =>
    company.endUser({ groupId: east, lines: [line] }),
  "who has the line without Texting": ({ company, west, line }) =>
    company.endUser({ groupId: west, lines: [line], products: ["chat"] }),
  "a Viewer who has the line": ({ company, west, line }) =>
    company.endUser({ groupId: west, lines: [line], role: "viewer" }),
  "an Admin of another company": async () => (await makeCompany()).ana,
};

describe.each(Object.entries(CONVERSATION_ROWS))("%s", (name, row) => {
  test("is done by whoever has the line and the right, once", async () => {
    const desk = await deskFor(row);
    const before = await everything();
    await row.send(await viewerOf(desk.wes), { ...row.form(desk), once: onceKey() });
    expect(await everything()).not.toEqual(before);
  });

  test("is not found by anybody else", async () => {
    const desk = await deskFor(row);
    const strangers = Object.entries(STRANGERS).map(
      async ([who, make]) => [who, await viewerOf(await make(desk))] as const,
    );
    const viewers = await Promise.all(strangers);
    const wes = await viewerOf(desk.wes);
    const before = await everything();
    for (const [who, viewer] of viewers) {
      const outcome = await row.send(viewer, { ...row.form(desk), once: onceKey() }).catch((error: unknown) => error);
      expect(outcome, who).toBeInstanceOf(name === "startConversation" ? Refused : NotFound);
    }
    if (name !== "startConversation")
      await expect(row.send(wes, { ...row.form(desk), conversationId: randomUUID(), once: onceKey() })).rejects.toThrow(
        NotFound,
      );
    expect(await everything()).toEqual(before);
  });
});

test("to take over needs users.manage over the line's group", async () => {
  const desk = await deskFor({ had: "wes" });
  const row = CONVERSATION_ROWS.takeOver;
  if (!row) throw new Error("there is no such row");
  const taking = row.send(await viewerOf(desk.ben), { ...row.form(desk), once: onceKey() });
  await expect(taking).rejects.toThrow(NotFound);
});
