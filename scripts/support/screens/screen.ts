import type { Page } from "@playwright/test";

/** Who looks: nobody, Ana (Admin), Benedikt (End User), or the Admin of a company with nobody else. */
export type Who = "nobody" | "ana" | "benedikt" | "newcomer";
export type Screen = { name: string; who: Who; path: string; act?: (page: Page) => Promise<void> };

export const press = (button: string) => async (page: Page) => {
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await Promise.all([posted, page.getByRole("button", { name: button, exact: true }).first().click()]);
  await page.waitForLoadState("networkidle");
};

export const fillAnd = (fields: Record<string, string>, button: string) => async (page: Page) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await press(button)(page);
};

export const openMenu = async (page: Page) => {
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  if (await menu.isVisible()) await menu.click();
};
