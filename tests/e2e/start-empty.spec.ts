import { expect, test } from "@/tests/support/fixtures";
import { endSessions, expectNewUser, fillNewUser, LOGGED_OUT, submit } from "@/tests/support/forms/new-user-form";
import { logIn } from "@/tests/support/outside";

test("what was brought back is left with Start empty or Cancel @nojs", async ({ page, company, login, axe }) => {
  const email = `ines.${company.accountId.slice(-8)}@north.example`;
  for (const way of ["Start empty", "Cancel"]) {
    await login(page, company.ana);
    await fillNewUser(page, email);
    await endSessions(company.ana);
    await submit(page);
    await expect(page).toHaveURL(/\/login\?next=/);
    await logIn(page, company.ana.email);
    await expectNewUser(page, email);
    await page.getByRole("button", { name: way }).click();
    await expect(page).toHaveURL(way === "Cancel" ? "/admin/users" : "/admin/users/new");
    await expect(page.getByText(LOGGED_OUT)).toBeHidden();
    await page.goto("/admin/users/new");
    await expect(page.getByText(LOGGED_OUT)).toBeHidden();
    await expect(page.getByLabel("First Name")).toHaveValue("");
    await expect(page.getByRole("radio", { name: "Admin" })).not.toBeChecked();
  }
  await axe(page);
});
