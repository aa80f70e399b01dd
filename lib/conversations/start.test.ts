import { expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { makeTalk } from "@/tests/support/talk";
import { startConversation } from "./start";

test("whom a contact's whole name means is who the viewer sees, and one alone", async () => {
  const [desk, elsewhere] = [await deskFor(), await deskFor()];
  const to =
    (name: string, line = desk.line) =>
    async (viewer: Viewer) =>
      startConversation(viewer, { to: name, from: line.id, message: "Hello", once: onceKey() });
  const ben = await viewerOf(desk.ben);
  expect(await to("marisol VEGA")(ben)).toEqual({ id: desk.talk.id });
  await makeTalk({ line: elsewhere.line, name: "Otto Weiss" });
  await expect(to("Otto Weiss")(ben)).rejects.toThrow("No contact is called so. Enter their phone number.");
  await makeTalk({ line: desk.line, name: "Marisol Vega" });
  await expect(to("Marisol Vega")(ben)).rejects.toThrow("Several contacts are called so. Enter the phone number.");
});
