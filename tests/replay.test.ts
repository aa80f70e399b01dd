import { describe, expect, test } from "vitest";
import { onceKey, viewerOf } from "./support/cast";
import { everything } from "./support/everything";
import { ACTIONS } from "./support/matrix/all";
import { CONVERSATION_ACTIONS } from "./support/matrix/conversations";
import { OWN_ACTIONS } from "./support/matrix/own";
import { type Alone, target } from "./support/matrix/target";
import { VISITOR_ACTIONS } from "./support/matrix/visitors";

/** As the database keeps it; a session's secret is another each time. */
function kept(answer: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(answer ?? null));
  return typeof plain === "object" && plain !== null ? { ...plain, token: undefined } : plain;
}

/** The same form once more: the first answer, and nothing else has happened. */
async function isDoneOnce(send: () => Promise<unknown>, logsIn = false) {
  const first = await send();
  const before = await everything({ butEntry: logsIn });
  expect(kept(await send())).toEqual(kept(first));
  expect(await everything({ butEntry: logsIn })).toEqual(before);
}

async function isDoneOnceBy<Actor>(row: Alone<Actor>) {
  if ("noKey" in row) return expect(row.noKey).not.toBe("");
  const { actor, form } = await row.ready();
  const twice = { ...form, once: onceKey() };
  await isDoneOnce(() => row.send(actor, twice), row.logsIn);
}

describe("a form that is sent twice is done once", () => {
  // setUp() comes first: it needs a database that nobody has been to.
  test.each(Object.entries(VISITOR_ACTIONS))("%s", (_, row) => isDoneOnceBy(row));

  test.each(Object.entries(OWN_ACTIONS))("%s", (_, row) => isDoneOnceBy(row));

  test.each(Object.entries(CONVERSATION_ACTIONS))("%s", (_, row) => isDoneOnceBy(row));

  test.each(Object.entries(ACTIONS))("%s", async (_, { form, send, noKey }) => {
    if (noKey) return expect(noKey).not.toBe("");
    const aim = await target();
    const viewer = await viewerOf(aim.company.ana);
    const twice = { ...(await form(viewer, aim)), once: onceKey() };
    await isDoneOnce(() => send(viewer, twice));
  });
});
