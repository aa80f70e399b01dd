import { expect, test } from "vitest";
import { takeTries } from "@/lib/auth/throttle";
import { keepBooks } from "@/lib/change";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { download, downloadsOf } from "./download";

async function* nobody() {
  yield [];
}
const file = () => ({ name: "users-2026-01-01.csv", header: ["Name"], pages: nobody() });

test("three hundred files an hour, then a page that says so; a colleague has as many of their own", async () => {
  const { ana, endUser } = await makeCompany();
  const viewer = await viewerOf(ana);
  await keepBooks((tx) => takeTries(tx, downloadsOf(viewer), 299));
  expect((await download(viewer, file())).status).toBe(200);
  expect((await download(viewer, file())).status).toBe(429);
  expect((await download(await viewerOf(await endUser()), file())).status).toBe(200);
});
