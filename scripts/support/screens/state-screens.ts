import type { Page } from "@playwright/test";
import { openMenu, press, type Screen } from "./screen";
import type { ScreenWorld } from "./world";

const openCompany = async (page: Page) => {
  await openMenu(page);
  await page.getByRole("button", { name: "Harbor Dental" }).click();
  await page.getByRole("link", { name: "New Company" }).waitFor();
};

const goToByName = async (page: Page) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to" }).fill("we");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
};

const askForKeys = async (page: Page) => {
  await page.locator("#content").focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
};

const openRowMenu = async (page: Page) => {
  await page.getByRole("link", { name: "Actions for David Grant" }).click();
  await page.getByRole("menu").waitFor();
};

const select = (label: string) => async (page: Page) => {
  await page.getByRole("checkbox", { name: `Select ${label}` }).check();
  await page.getByText("1 selected").first().waitFor();
};

const unfoldFilters = async (page: Page) => {
  const filters = page.getByRole("button", { name: /^Filters/ });
  if (await filters.isVisible()) await filters.click();
};

const openDetails = async (page: Page) => {
  for (const summary of await page.locator("main summary").all()) await summary.click();
};

/** As on paper, from the moment on. */
const onPaper = (act?: (page: Page) => Promise<void>) => async (page: Page) => {
  await act?.(page);
  await page.emulateMedia({ media: "print" });
};

const isTold = (page: Page) => page.getByRole("heading", { name: /^Something went wrong/ }).waitFor();

const fail = async (page: Page, path: string) => {
  await page.goto(path);
  await isTold(page);
};

const goToContacts = async (page: Page) => {
  await openMenu(page);
  await page.getByRole("link", { name: "Contacts", exact: true }).click();
  await isTold(page);
};

/** Menus, dialogs and lists that are open, what is said after an act, paper, and what nobody hopes to see. */
export function stateScreens({ members, numbers, groups, withoutViews }: ScreenWorld): Screen[] {
  const user = (id: string) => `/admin/users/${id}`;
  return [
    { name: "navigation-company", who: "ana", path: "/admin", act: openCompany },
    { name: "go-to", who: "ana", path: "/admin/company", act: goToByName },
    { name: "shortcuts", who: "ana", path: "/admin/users", act: askForKeys },
    { name: "shortcuts-inbox", who: "ana", path: "/inbox", act: askForKeys },
    { name: "users-menu", who: "ana", path: "/admin/users?search=grant", act: openRowMenu },
    { name: "users-selected", who: "ana", path: "/admin/users", act: select("David Grant") },
    { name: "users-filters", who: "ana", path: "/admin/users?status=Active", act: unfoldFilters },
    { name: "users-print", who: "ana", path: "/admin/users", act: onPaper() },
    { name: "user-access", who: "ana", path: `${user(members.active)}?tab=access` },
    { name: "user-access-explained", who: "ana", path: `${user(members.active)}?tab=access`, act: openDetails },
    { name: "user-history", who: "ana", path: `${user(members.active)}?tab=history` },
    { name: "user-print", who: "ana", path: user(members.active), act: onPaper() },
    { name: "overview-table", who: "ana", path: "/admin", act: openDetails },
    { name: "overview-first-days", who: "newcomer", path: "/admin" },
    { name: "groups-found", who: "ana", path: "/admin/groups?search=west" },
    { name: "groups-not-found", who: "ana", path: "/admin/groups?search=nothing+of+that+name" },
    { name: "group-flash", who: "ana", path: `/admin/groups/${groups.west}`, act: press("Save") },
    { name: "group-empty", who: "newcomer", path: "/admin/groups/new", act: press("Add Group") },
    { name: "numbers-not-found", who: "ana", path: "/admin/numbers?search=nothing+of+that+name" },
    { name: "numbers-filters", who: "ana", path: "/admin/numbers?people=none", act: unfoldFilters },
    { name: "number-print", who: "ana", path: `/admin/numbers/${numbers.desk}`, act: onPaper() },
    { name: "profile-flash", who: "benedikt", path: "/settings/profile", act: press("Save") },
    { name: "accounts-new", who: "ana", path: "/accounts/new" },
    { name: "accounts-new-empty", who: "ana", path: "/accounts/new", act: press("Create company") },
    { name: "inbox-none", who: "ana", path: "/inbox?view=all&search=nothing+of+that+name" },
    { name: "inbox-done", who: "ana", path: "/inbox?view=done" },
    { name: "inbox-new-empty", who: "ana", path: "/inbox/new", act: press("Send") },
    { name: "contacts-empty", who: "newcomer", path: "/contacts" },
    { name: "contacts-selected", who: "ana", path: "/contacts?search=marisol", act: select("Marisol Vega") },
    { name: "contacts-new-empty", who: "ana", path: "/contacts/new", act: press("Submit") },
    { name: "contacts-groups-empty", who: "newcomer", path: "/contacts/groups" },
    { name: "contacts-fields-empty", who: "newcomer", path: "/contacts/fields" },
    { name: "campaigns-empty", who: "newcomer", path: "/campaigns" },
    { name: "campaigns-new-empty", who: "ana", path: "/campaigns/new", act: press("Review") },
    { name: "campaign-review", who: "ana", path: "/campaigns", act: openCampaign("Check-up in December") },
    { name: "campaign-stopped", who: "ana", path: "/campaigns", act: openCampaign("Winter hours") },
    { name: "campaign-print", who: "ana", path: "/campaigns", act: onPaper(openCampaign("Open on Saturdays")) },
    { name: "reports-lines-table", who: "ana", path: "/reports/lines", act: openDetails },
    { name: "reports-lines-print", who: "ana", path: "/reports/lines", act: onPaper() },
    { name: "reports-messages-print", who: "ana", path: "/reports/messages", act: onPaper() },
    { name: "reports-backwards", who: "ana", path: "/reports/messages?from=2026-02-02&to=2026-01-01" },
    { name: "phone", who: "nobody", path: "/dev/phone" },
    { name: "styles-keys", who: "nobody", path: "/dev/styles", act: openKeysThere },
    {
      name: "error",
      who: "ana",
      path: "/settings/security",
      act: (page) => withoutViews(() => fail(page, "/contacts")),
    },
    {
      name: "error-on-the-way",
      who: "ana",
      path: "/settings/security",
      act: (page) => withoutViews(() => goToContacts(page)),
    },
    { name: "not-found-person", who: "ana", path: user("00000000-0000-7000-8000-000000000000") },
  ];
}

const openKeysThere = async (page: Page) => {
  await page
    .getByRole("region", { name: "Over the page, Dark" })
    .getByRole("button", { name: "Keyboard shortcuts" })
    .click();
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
};

const openCampaign = (name: string) => async (page: Page) => {
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
};
