import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { keptForms, members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { membershipOf } from "@/lib/auth/find-login";
import { sweep } from "@/lib/outbox/sweep";
import { type Company, makeCompany, type Person, viewerOf } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
import { dropForm } from "./drop-form";
import { keepForm } from "./keep-form";
import { type Owner, readOwner, sealOwner } from "./owner";
import { showForms } from "./show-forms";
import { keptWords, type Untaken } from "./words";

const PAGE = "/admin/users/new";

const untaken = (change: Partial<Untaken> = {}): Untaken => ({
  page: PAGE,
  form: "form",
  values: { firstName: "Ines", lines: ["one", "two"] },
  withFile: false,
  reason: "logged-out",
  ...change,
});

const ownerOf = ({ memberId, userId }: Person): Owner => ({ memberId, userId, madeAt: Date.now() });

const rowsOf = ({ memberId }: Person) => writeDb.select().from(keptForms).where(eq(keptForms.memberId, memberId));

async function keptBy(company: Company, change: Partial<Untaken> = {}) {
  await keepForm(ownerOf(company.ana), untaken(change));
  return viewerOf(company.ana);
}

test("the same person finds on the same page what they had typed, and nobody else", async () => {
  const company = await makeCompany();
  const ana = await keptBy(company);
  const ben = await viewerOf(await company.admin());
  expect(await showForms(ben, PAGE)).toEqual([]);
  expect(await showForms(ana, "/admin/users")).toEqual([]);
  const [form] = await showForms(ana, PAGE);
  expect(form).toMatchObject({ form: "form", values: { firstName: "Ines", lines: ["one", "two"] } });
});

test("in another of their companies they find nothing", async () => {
  const [home, other] = [await makeCompany(), await makeCompany()];
  const there = await viewerOf(await other.guest(home.ana));
  await keptBy(home);
  expect(await showForms(there, PAGE)).toEqual([]);
});

test("whoever was writing in another of their companies goes on there after logging in", async () => {
  const [home, other] = [await makeCompany(), await makeCompany()];
  const there = await other.guest(home.ana);
  expect((await membershipOf(there.userId))?.memberId).toBe(home.ana.memberId);
  await keepForm(ownerOf(there), untaken());
  expect((await membershipOf(there.userId))?.memberId).toBe(there.memberId);
  await showForms(await viewerOf(there), PAGE);
  expect((await membershipOf(there.userId))?.memberId).toBe(home.ana.memberId);
});

test("it is shown once: a page that is loaded twice at once counts as one", async () => {
  const company = await makeCompany();
  const ana = await keptBy(company);
  expect(await showForms(ana, PAGE)).toHaveLength(1);
  expect(await showForms(ana, PAGE)).toHaveLength(1);
  await writeDb.update(keptForms).set({ shownAt: sql`now() - interval '11 seconds'` });
  expect(await showForms(ana, PAGE)).toEqual([]);
});

test("whoever looks waits for none that is being kept anew or dropped", async () => {
  const company = await makeCompany();
  await keptBy(company, { form: "one" });
  const ana = await keptBy(company, { form: "two" });
  await writeDb.transaction(async (tx) => {
    await tx.select().from(keptForms).where(eq(keptForms.memberId, ana.memberId)).for("update");
    expect(await showForms(ana, PAGE)).toHaveLength(2);
  });
  expect(await showForms(ana, PAGE)).toHaveLength(2);
});

test("two that one person sends at once are kept one after the other: none drops what the other drops", async () => {
  const company = await makeCompany();
  const keep = (form: string) => keepForm(ownerOf(company.ana), untaken({ form }));
  for (let at = 0; at < 10; at++) await keep(`form ${at}`);
  const isOldest = and(eq(keptForms.memberId, company.ana.memberId), eq(keptForms.form, "form 0"));
  const kept = await meanwhile(
    (tx) => tx.select().from(keptForms).where(isOldest).for("update"),
    () => keep("one"),
    () => keep("two"),
  );
  expect(kept.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect((await rowsOf(company.ana)).map(({ form }) => form).sort()).toEqual([
    ...["form 2", "form 3", "form 4", "form 5", "form 6", "form 7", "form 8", "form 9"],
    ...["one", "two"],
  ]);
});

test("sent again and taken, it is gone at once; nobody drops another's", async () => {
  const company = await makeCompany();
  const ana = await keptBy(company);
  const [form] = await showForms(ana, PAGE);
  await dropForm(await viewerOf(await company.admin()), { id: form?.id });
  expect(await showForms(ana, PAGE)).toHaveLength(1);
  for (const nonsense of ["x", new File([], "x"), ""]) await dropForm(ana, { id: nonsense });
  await dropForm(ana, { id: form?.id });
  expect(await showForms(ana, PAGE)).toEqual([]);
});

test("after an hour it is gone, and swept", async () => {
  const company = await makeCompany();
  const ana = await keptBy(company);
  const [row] = await rowsOf(company.ana);
  expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(3_600_000 + 5000);
  await writeDb.update(keptForms).set({ expiresAt: sql`now() - interval '1 second'` });
  expect(await showForms(ana, PAGE)).toEqual([]);
  await sweep();
  expect(await rowsOf(company.ana)).toEqual([]);
});

test("neither the words nor the page can be read in the table", async () => {
  const company = await makeCompany();
  await keptBy(company);
  const [row] = await writeDb.execute(sql`select kept_forms::text as text, encode(sealed, 'escape') as sealed,
    encode(page, 'escape') as page from kept_forms where member_id = ${company.ana.memberId}`);
  expect(JSON.stringify(row)).not.toMatch(/Ines|firstName|admin/);
});

test("two forms of a page are kept apart, and the same one sent once more takes its place", async () => {
  const company = await makeCompany();
  await keptBy(company, { form: "rename", values: { name: "West" } });
  await keptBy(company, { form: "move", values: { parentId: "x" } });
  const ana = await keptBy(company, { form: "rename", values: { name: "East" } });
  const found = await showForms(ana, PAGE);
  expect(Object.fromEntries(found.map(({ form, values }) => [form, values]))).toEqual({
    rename: { name: "East" },
    move: { parentId: "x" },
  });
});

test("more than a megabyte is not kept, and that is said", async () => {
  const company = await makeCompany();
  const ana = await keptBy(company, { values: { addresses: "a".repeat(1024 * 1024) } });
  const [form] = await showForms(ana, PAGE);
  expect(form?.values).toBeNull();
  expect(form && keptWords(form)).toContain("It was too long to be kept.");
  expect((await rowsOf(company.ana))[0]?.sealed.length).toBeLessThan(300);
});

test("nobody keeps more than ten forms", async () => {
  const company = await makeCompany();
  for (let i = 0; i < 13; i++) await keptBy(company, { page: `${PAGE}?${i}` });
  expect(await rowsOf(company.ana)).toHaveLength(10);
  expect(await showForms(await viewerOf(company.ana), `${PAGE}?12`)).toHaveLength(1);
  expect(await showForms(await viewerOf(company.ana), `${PAGE}?0`)).toEqual([]);
});

test("nothing is kept for whom a form was made long ago, who is disabled or is gone", async () => {
  const company = await makeCompany();
  const [disabled, gone] = [await company.disabled(), await company.endUser()];
  await writeDb.delete(members).where(eq(members.id, gone.memberId));
  await keepForm({ ...ownerOf(company.ana), madeAt: Date.now() - 9 * 24 * 3600 * 1000 }, untaken());
  await keepForm(ownerOf(disabled), untaken());
  await keepForm(ownerOf(gone), untaken());
  const left = [company.ana, disabled, gone].map(rowsOf);
  expect((await Promise.all(left)).flat()).toEqual([]);
});

test("a form says for whom it was made, and only we can say so", async () => {
  const { ana } = await makeCompany();
  const sealed = sealOwner(ana);
  expect(readOwner(sealed)).toMatchObject({ memberId: ana.memberId, userId: ana.userId });
  expect(sealed).not.toContain(ana.memberId);
  for (const forged of [
    "",
    "x",
    ana.memberId,
    sealed.slice(0, -2),
    `${sealed[0] === "A" ? "B" : "A"}${sealed.slice(1)}`,
  ])
    expect(readOwner(forged)).toBeNull();
});
