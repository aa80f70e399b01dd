import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, savedViews } from "@/db/schema";
import { writeDb } from "@/db/write";
import { NotFound } from "@/lib/errors";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { listViews } from "./list";
import { RemoveView, removeView } from "./remove";
import { SaveView, saveView } from "./save";

const ana = async () => viewerOf((await makeCompany()).ana);
const view = (name: string, query: string, list = "users") => SaveView.parse({ list, name, query });

test("a view is kept under its name, for oneself alone", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  await saveView(viewer, view("  Waiting ones ", "status=pending&search=nia&after=xyz&size=50&nonsense=1"));
  expect(await listViews(viewer, "users")).toMatchObject([
    { name: "Waiting ones", query: "search=nia&status=Pending&size=50" },
  ]);
  const other = await viewerOf(await company.admin());
  expect(await listViews(other, "users")).toEqual([]);
  const [kept] = await listViews(viewer, "users");
  await expect(removeView(other, RemoveView.parse({ viewId: kept?.id }))).rejects.toThrow(NotFound);
  await removeView(viewer, RemoveView.parse({ viewId: kept?.id }));
  expect(await listViews(viewer, "users")).toEqual([]);
  await expect(removeView(viewer, RemoveView.parse({ viewId: kept?.id }))).rejects.toThrow(NotFound);
});

test("the same view once more is one; another under its name is refused, in any case", async () => {
  const viewer = await ana();
  await saveView(viewer, view("Waiting", "status=pending"));
  await saveView(viewer, view("Waiting", "status=pending"));
  expect(await listViews(viewer, "users")).toHaveLength(1);
  await expect(saveView(viewer, view("WAITING", "status=disabled"))).rejects.toThrow("another view of that name");
});

test("what leaves nobody out, or has no name, is no view", async () => {
  const viewer = await ana();
  await expect(saveView(viewer, view("All", "sort=email&size=100"))).rejects.toThrow("Search or choose a filter");
  await expect(saveView(viewer, view("All", "status=%ZZ&group=dead"))).rejects.toThrow("Search or choose a filter");
  expect(SaveView.safeParse({ name: " ", query: "status=pending" }).success).toBe(false);
  expect(SaveView.safeParse({ name: "x".repeat(41), query: "status=pending" }).success).toBe(false);
});

test("a search of 10 kB is kept as far as it is looked for", async () => {
  const viewer = await ana();
  await saveView(viewer, view("Long", `search=${"long ".repeat(2000)}`));
  expect((await listViews(viewer, "users"))[0]?.query.length).toBeLessThan(300);
});

test("there is room for twenty, and two at once don't find more", async () => {
  const viewer = await ana();
  for (let at = 1; at <= 19; at++) await saveView(viewer, view(`View ${at}`, `search=${at}`));
  const save = (name: string) => saveView(viewer, view(name, "search=last"));
  const done = await Promise.allSettled([save("One more"), save("Another")]);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await listViews(viewer, "users")).toHaveLength(20);
});

test("who may see no people keeps no view; views go with their owner", async () => {
  const company = await makeCompany();
  const nobody = await viewerOf(await company.endUser());
  await expect(saveView(nobody, view("Mine", "status=pending"))).rejects.toThrow(NotFound);
  const leaving = await company.admin();
  const viewer = await viewerOf(leaving);
  await saveView(viewer, view("Mine", "status=pending"));
  await writeDb.delete(members).where(eq(members.id, leaving.memberId));
  expect(await writeDb.select().from(savedViews).where(eq(savedViews.memberId, leaving.memberId))).toEqual([]);
});

test("views of contacts are kept beside those of people, each for who sees that list", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  const kept = await saveView(viewer, view("Waiting", "texts=opted-out&search=vega&after=xyz&nonsense=1", "contacts"));
  expect(kept).toEqual({ name: "Waiting", address: "/contacts?search=vega&texts=opted-out" });
  await saveView(viewer, view("Waiting", "status=pending"));
  expect(await listViews(viewer, "contacts")).toMatchObject([
    { name: "Waiting", query: "search=vega&texts=opted-out" },
  ]);
  expect(await listViews(viewer, "users")).toMatchObject([{ name: "Waiting", query: "status=Pending" }]);
  await expect(saveView(viewer, view("All", "sort=-added", "contacts"))).rejects.toThrow("Search or choose a filter");
  const texts = await viewerOf(await company.endUser());
  await saveView(texts, view("Regulars", "search=vega", "contacts"));
  const reader = await viewerOf(await company.endUser({ role: "viewer" }));
  await expect(saveView(reader, view("Regulars", "search=vega", "contacts"))).rejects.toThrow(NotFound);
});
