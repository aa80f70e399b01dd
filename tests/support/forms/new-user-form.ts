import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Person } from "../cast";
import { expect } from "../fixtures";
import { takenOver } from "../run/await-scripts";

export const LOGGED_OUT = "You were logged out before this was saved. Look it over and send it again.";
export const endSessions = ({ userId }: Person) => writeDb.delete(sessions).where(eq(sessions.userId, userId));

export async function fillNewUser(page: Page, email: string) {
  await page.goto("/admin/users/new");
  await page.getByLabel("First Name").fill("Ines");
  await page.getByLabel("Last Name").fill("Faro");
  await page.getByLabel("Contact Number").fill("(415) 555-0134");
  await page.getByLabel("Time Zone").selectOption("Europe/Lisbon");
  await page.getByRole("radio", { name: "Admin" }).check();
  await page.getByLabel("Username").fill(email.split("@")[0] ?? "");
  await page.getByLabel("Email Address").fill(email);
}

export async function expectNewUser(page: Page, email: string) {
  await expect(page.getByRole("heading", { name: "New User" })).toBeVisible();
  await takenOver(page);
  await expect(page.getByLabel("First Name")).toHaveValue("Ines");
  await expect(page.getByLabel("Last Name")).toHaveValue("Faro");
  await expect(page.getByLabel("Contact Number")).toHaveValue("(415) 555-0134");
  await expect(page.getByLabel("Time Zone")).toHaveValue("Europe/Lisbon");
  await expect(page.getByRole("radio", { name: "Admin" })).toBeChecked();
  await expect(page.getByLabel("Email Address")).toHaveValue(email);
}

export const submit = (page: Page) => page.getByRole("button", { name: "Submit" }).click();
