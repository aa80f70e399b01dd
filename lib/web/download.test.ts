import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { download } from "./download";

async function* nobody() {
  yield [];
}
const file = () => ({ name: "users-2026-01-01.csv", header: ["Name"], pages: nobody() });

test("sixty files an hour, then a page that says so; a colleague has sixty of their own", async () => {
  const { ana, endUser } = await makeCompany();
  const viewer = await viewerOf(ana);
  const answers = [];
  for (let each = 0; each < 61; each++) answers.push((await download(viewer, file())).status);
  expect(answers.filter((status) => status === 200)).toHaveLength(60);
  expect(answers.at(-1)).toBe(429);
  expect((await download(await viewerOf(await endUser()), file())).status).toBe(200);
});
