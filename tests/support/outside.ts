import type { Page } from "@playwright/test";
import { PASSWORD } from "./cast";

/** Fills in the login page that is open, and sends it. */
export async function logIn(page: Page, identifier: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("Username or email").fill(identifier);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}

/** A password that nobody of the cast has yet. */
export const NEW_PASSWORD = "walnut bridge copper 12";

/** Fills in the two fields of a page that makes a password, and sends it. */
export async function choosePassword(page: Page, button: string, password = NEW_PASSWORD, again = password) {
  await page.getByLabel(/^(New password|Password)$/).fill(password);
  await page.getByLabel("Confirm password").fill(again);
  await page.getByRole("button", { name: button }).click();
}
