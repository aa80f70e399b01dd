import { chmodSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { PASSWORD } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { choosePassword } from "@/tests/support/outside";
import { scratchFolder } from "@/tests/support/run/scratch";

test("without a demo its own database begins at /setup, and the printed word opens the mailbox @nojs", async ({
  page,
  ownServer,
  openPage,
  axe,
}) => {
  const dir = scratchFolder("own");
  chmodSync(dir, 0o755); // As root PostgreSQL runs as somebody else, who must get in.
  const { url, output, stop } = await ownServer({ DATABASE_URL: "", DATA_DIR: dir, DEMO: "off" });
  try {
    await expect.poll(output).toContain("Ctrl-C");
    expect(output()).toContain(`${url}/setup`);
    await page.goto(url);
    await expect(page).toHaveURL(`${url}/setup`);
    await expect(page.getByLabel("Setup code")).toHaveCount(0);
    await page.getByLabel("Company Name").fill("Harbour Freight");
    await page.getByLabel("Time Zone").selectOption("Europe/Lisbon");
    await page.getByLabel("First Name").fill("Ana");
    await page.getByLabel("Last Name").fill("Silva");
    await page.getByLabel("Username").fill("ana");
    await page.getByLabel("Email Address").fill("ana@harbour.example");
    await choosePassword(page, "Create company", PASSWORD);
    await expect(page).toHaveURL(`${url}/inbox`);
    await page.goto(`${url}/admin/users/new`);
    await page.getByLabel("First Name").fill("Ben");
    await page.getByLabel("Last Name").fill("Ortiz");
    await page.getByLabel("Username").fill("ben.ortiz");
    await page.getByLabel("Email Address").fill("ben@harbour.example");
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByText("Welcome email sent to ben@harbour.example")).toBeVisible();

    const reader = await openPage();
    for (const closed of ["/dev/mailbox", "/dev/mailbox?word=wrong"])
      expect((await reader.request.get(`${url}${closed}`)).status()).toBe(404);
    const word = readFileSync(path.join(dir, "mailbox-word"), "utf8").trim();
    expect(output()).toContain(`${url}/dev/mailbox?word=${word}`);
    await reader.goto(`${url}/dev/mailbox?word=${word}`);
    await expect(reader).toHaveURL(`${url}/dev/mailbox`);
    await axe(reader);
    await expect(async () => {
      await reader.reload();
      await expect(reader.getByText("ben@harbour.example")).toBeVisible({ timeout: 1000 });
    }).toPass();
    const pieces = await openPage();
    for (const other of ["light", "dark"]) {
      expect((await pieces.goto(`${url}/dev/styles`))?.status()).toBe(200);
      await expect(pieces.getByRole("heading", { level: 1, name: "Styles" })).toBeVisible();
      // All is there twice, which no page that people use is: each theme is looked at by itself.
      await pieces.evaluate((theme) => {
        for (const half of document.querySelectorAll(`main [data-theme="${theme}"]`)) half.remove();
      }, other);
      await axe(pieces);
    }
    await reader.getByRole("listitem").filter({ hasText: "ben@harbour.example" }).getByRole("link").click();
    await expect(reader.getByRole("link", { name: /\/welcome\?token=/ })).toBeVisible();
  } finally {
    await stop(); // Its PostgreSQL works in that folder.
    rmSync(dir, { recursive: true, force: true });
  }
});
