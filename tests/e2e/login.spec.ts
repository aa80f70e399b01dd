import { sql } from "drizzle-orm";
import { contactImports } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, PASSWORD, type Person } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { logIn } from "@/tests/support/outside";
import { makeTalk } from "@/tests/support/talk";

const GENERIC = "Wrong username, email or password.";

test("a person logs in with username or email, and out again @nojs", async ({ page, company, axe }) => {
  await page.goto("/login");
  await expect(page).toHaveTitle("Log in · Lineup");
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
  await axe(page);
  await logIn(page, ` ${company.ana.username?.toUpperCase()} `);
  const isPage = /^\/(?!login)/;
  await page.waitForURL(({ pathname }) => isPage.test(pathname));
  expect(new URL(page.url()).pathname, "straight to the first page").toBe("/inbox");
  await page.goto("/login");
  await expect(page).toHaveURL("/inbox");
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL("/login");
  await expect(page.getByText("You are logged out.")).toBeVisible();
  const ben = await company.endUser();
  await logIn(page, ben.email);
  await expect(page).toHaveURL("/inbox");
});

for (const where of ["the Inbox", "a thread", "an import"])
  test(`who logs out of ${where} while it keeps up is told that, and nothing else`, async ({
    page,
    company,
    login,
  }) => {
    const line = await company.number();
    const talk = await makeTalk({ line, claimedBy: company.ana });
    await makeTalk({ line });
    const address = {
      "the Inbox": "/inbox",
      "a thread": `/inbox/${talk.id}`,
      "an import": `/contacts/import/${await heldImport(company)}`,
    }[where];
    await login(page, company.ana);
    await page.goto(address ?? "");
    await expect(page.getByText(/Marisol Vega|You can leave this page/).first()).toBeVisible();
    // What follows soon upon the last time is asked for later.
    await page.waitForTimeout(2000);
    const seen = { reads: [] as string[], lost: 0 };
    page.on("request", (each) => each.headers().rsc && each.method() === "GET" && seen.reads.push(each.url()));
    // The page hears of it, or its time has come again, before the form has its answer.
    await page.route(
      ({ pathname }) => pathname === address,
      async (route) => {
        if (route.request().method() !== "POST") return route.continue();
        const response = await route.fetch({ maxRedirects: 0 });
        seen.reads = [];
        await page.waitForTimeout(2500);
        seen.lost = await page.getByText("You no longer have this line.").count();
        await route.fulfill({ response });
      },
    );
    await page.getByRole("button", { name: "Log out" }).click();
    await expect(page).toHaveURL("/login");
    await page.waitForTimeout(1000);
    await expect(page.getByText("You are logged out.")).toBeVisible();
    expect(seen).toEqual({ reads: [], lost: 0 });
  });

/** A list that a worker is reading, for longer than any test. */
async function heldImport({ accountId, ana }: Company) {
  const list = { accountId, madeBy: ana.memberId, name: "people.csv", choice: { groupId: null, agreed: null } };
  const [made] = await writeDb
    .insert(contactImports)
    .values({
      ...list,
      columns: [],
      headings: [],
      hasHeadings: true,
      secret: [],
      claimedUntil: sql`now() + interval '1 day'`,
    })
    .returning({ id: contactImports.id });
  return made?.id;
}

test("whatever is wrong is said beside the password, and the name stays @nojs", async ({ page, company }) => {
  const [pending, disabled] = [await company.pending(), await company.disabled()];
  for (const { email } of [company.ana, pending, disabled, { email: "nobody@harbour.example" }]) {
    await page.goto("/login");
    await logIn(page, email, "not the password");
    await expect(page.getByText(GENERIC)).toBeVisible();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(GENERIC);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
    await expect(page.getByLabel("Username or email")).toHaveValue(email);
  }
});

test("the disabled are told after the right password @nojs", async ({ page, company }) => {
  await page.goto("/login");
  await logIn(page, (await company.disabled()).email);
  await expect(page.getByText("Your account is disabled. Ask an Admin of your company.")).toBeVisible();
});

test("after ten failures the right password is refused like a wrong one", async ({ page, company }) => {
  await page.goto("/login");
  for (let i = 0; i < 11; i++) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await logIn(page, company.ana.email, i < 10 ? "wrong" : PASSWORD);
    await answered;
    await expect(page.getByText(GENERIC)).toBeVisible();
  }
  await expect(page).toHaveURL("/login");
});

test("a person comes back to the page they asked for, query and all @nojs", async ({ page, company }) => {
  await page.goto("/admin/users?search=ben&sort=email");
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, company.ana.email, "wrong");
  await expect(page.getByText(GENERIC)).toBeVisible();
  await logIn(page, company.ana.email);
  await expect(page).toHaveURL("/admin/users?search=ben&sort=email");
});

for (const next of [
  "https://evil.test/",
  "//evil.test",
  "/\\evil.test",
  "javascript:alert(1)",
  "/%2f%2fevil.test",
  "/%5cevil.test",
]) {
  test(`nobody is sent off to ${next}`, async ({ page, company, baseURL }) => {
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await logIn(page, company.ana.email);
    await expect(page).toHaveURL("/inbox");
    expect(new URL(page.url()).origin).toBe(baseURL);
  });
}

test("the cookie is new at each login, shut to scripts and other sites, beside the one that the browser is known by", async ({
  page,
  company,
}) => {
  const cookies = () => page.context().cookies();
  const enter = async (person: Person) => {
    await page.goto("/login");
    await logIn(page, person.email);
    await expect(page).toHaveURL("/inbox");
    const [known, cookie, ...others] = (await cookies()).sort((a, b) => a.name.localeCompare(b.name));
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ name: "lineup.session", httpOnly: true, sameSite: "Lax", path: "/" });
    expect(known).toMatchObject({ name: "lineup.browser", httpOnly: true, sameSite: "Strict", path: "/" });
    return cookie?.value;
  };
  const first = await enter(company.ana);
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL("/login");
  expect((await cookies()).map(({ name }) => name)).not.toContain("lineup.session");
  expect(await enter(company.ana)).not.toBe(first);
});

test("a cookie that was copied before logging out opens nothing", async ({ page, company, login, openPage }) => {
  await login(page, company.ana);
  await page.goto("/admin/users");
  const copied = await page.context().cookies();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL("/login");
  const thief = await openPage();
  await thief.context().addCookies(copied);
  await thief.goto("/admin/users");
  await expect(thief).toHaveURL(/\/login/);
});

test("NextAuth's own addresses are not there", async ({ page }) => {
  for (const path of ["/api/auth/session", "/api/auth/signin", "/api/auth/csrf", "/api/auth/callback/credentials"]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});

test("the login page offers what password managers look for", async ({ page }) => {
  await page.goto("/login");
  await expect(page.getByLabel("Username or email")).toHaveAttribute("autocomplete", "username");
  const password = page.getByLabel("Password", { exact: true });
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(password).toHaveAttribute("type", "text");
});
