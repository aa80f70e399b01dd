import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { keepBooks } from "../change";
import { actsOf, countAct } from "./act-limit";
import { takeTries } from "./throttle";

test("whoever has sent 1,500 forms within a minute waits; a colleague does not", async () => {
  const { ana, endUser } = await makeCompany();
  const viewer = await viewerOf(ana);
  await keepBooks((tx) => takeTries(tx, actsOf(viewer), 1499));
  await countAct(viewer);
  await expect(countAct(viewer)).rejects.toThrow("Wait a minute");
  await countAct(await viewerOf(await endUser()));
});
