import type { Page } from "@playwright/test";
import { env } from "@/lib/env";
import { customerScreens } from "./customer-screens";
import { fillAnd, openMenu, press, type Screen } from "./screen";
import { stateScreens } from "./state-screens";
import type { ScreenWorld } from "./world";

/** A list from elsewhere: headings of its own, somebody who is here already, somebody who has left, and nonsense. */
const FILE = {
  name: "people.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Mail;Full name;Access;Desk;Status",
      "uma.ray@harbordental.example;Uma Ray;Messaging Agent;Front desk;active",
      "viktor@harbordental.example;Viktor Iversen;Sender;Recalls;active",
      "maximiliane.oberhauser@northern-harbour-dental.example;Maximiliane Oberhauser-Wetterstein;Viewer;;active",
      "dgrant@harbordental.example;Dolores Grant;;;active",
      "otto@harbordental.example;Otto Lind;Sender;;terminated",
      "no address;Pia Roth;Sender;;active",
    ].join("\n"),
  ),
};

/** What would be done with the rows of a list, each with its reason. */
const previewOf = (fill: (page: Page) => Promise<void>) => async (page: Page) => {
  await fill(page);
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await page.waitForURL(/\/invite\/[0-9a-f-]{36}/);
  await page.getByRole("navigation", { name: "Rows" }).waitFor();
};

const typeAddresses = async (page: Page) => {
  await page.getByLabel("Email addresses", { exact: true }).fill(INVITED);
  await page.getByRole("checkbox", { name: "End User", exact: true }).check();
};

const chooseFile = (page: Page) => page.locator("input[type=file]").setInputFiles(FILE);

/** New, here already, invited already, with a login elsewhere, twice, and nonsense. */
const INVITED = [
  "Uma Ray <uma@harbordental.example>, viktor@harbordental.example; dgrant@harbordental.example",
  "emil@harbordental.example",
  "nia@sole.example UMA@harbordental.example",
  "not-an-address",
].join("\n");

const openPicker = async (page: Page) => {
  await page.getByRole("combobox", { name: "Default Number" }).first().click();
  await page.getByRole("listbox").waitFor();
};

const openQuestion = async (page: Page) => {
  await page
    .getByRole("region", { name: "Menus and dialogs, Dark" })
    .getByRole("button", { name: "Delete" })
    .first()
    .click();
  await page
    .getByRole("dialog", { name: /permanently delete/ })
    .first()
    .waitFor();
};

const openFirst = async (page: Page) => {
  await page
    .getByRole("listitem")
    .getByRole("link", { name: /Marisol Vega/ })
    .first()
    .click();
  await page.getByRole("list", { name: "Messages" }).waitFor();
};

const openFirstField = async (page: Page) => {
  await page.getByRole("link", { name: "Edit Plan" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).waitFor();
};

const newField = async (page: Page) => {
  await page.getByLabel("Rows").fill("First Name,Phone,Plan,Custom\nNora,+14155550130,Gold,Window table");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByLabel("Custom", { exact: true }).selectOption({ label: "New field" });
  await page.getByRole("button", { name: "Update preview" }).click();
  await page.getByText("A field is added").waitFor();
};

const openFirstContact = async (page: Page) => {
  await page
    .getByRole("link", { name: /Marisol Vega/ })
    .first()
    .click();
  await page.getByRole("list", { name: "Conversations" }).waitFor();
};

const openSentCampaign = async (page: Page) => {
  await page.getByRole("link", { name: "Open on Saturdays" }).click();
  await page.getByRole("heading", { name: "By hour" }).waitFor();
};

/** Every page, and every state of one that somebody can be shown. Nothing here changes what another screen shows. */
export function screens(world: ScreenWorld): Screen[] {
  const { links, members, numbers, groups, batches, customers } = world;
  const user = (id: string) => `/admin/users/${id}`;
  return [
    { name: "inbox", who: "ana", path: "/inbox?view=all" },
    { name: "inbox-nothing", who: "newcomer", path: "/inbox" },
    { name: "inbox-thread", who: "ana", path: "/inbox?view=all", act: openFirst },
    { name: "inbox-new", who: "ana", path: "/inbox/new" },
    { name: "campaigns", who: "ana", path: "/campaigns" },
    { name: "campaign-report", who: "ana", path: "/campaigns", act: openSentCampaign },
    { name: "campaigns-new", who: "ana", path: "/campaigns/new" },
    ...customerScreens(customers),
    ...stateScreens(world),
    { name: "contacts", who: "ana", path: "/contacts" },
    { name: "contacts-narrowed", who: "ana", path: "/contacts?texts=allowed&search=a" },
    { name: "contacts-nothing", who: "newcomer", path: "/contacts?search=nobody" },
    { name: "contacts-new", who: "ana", path: "/contacts/new" },
    { name: "contacts-fields", who: "ana", path: "/contacts/fields" },
    { name: "contacts-fields-new", who: "ana", path: "/contacts/fields/new" },
    { name: "contacts-fields-one", who: "ana", path: "/contacts/fields", act: openFirstField },
    { name: "contacts-fields-import", who: "ana", path: "/contacts/import", act: newField },
    { name: "contacts-groups", who: "ana", path: "/contacts/groups" },
    { name: "contacts-import", who: "ana", path: "/contacts/import" },
    { name: "contacts-groups-new", who: "ana", path: "/contacts/groups/new" },
    { name: "contact", who: "ana", path: "/contacts?search=marisol", act: openFirstContact },
    { name: "overview", who: "ana", path: "/admin" },
    { name: "reports", who: "ana", path: "/reports" },
    { name: "reports-lines", who: "ana", path: "/reports/lines" },
    { name: "reports-lines-nothing", who: "ana", path: "/reports/lines?from=2020-01-01&to=2020-01-02" },
    { name: "reports-messages", who: "ana", path: "/reports/messages" },
    { name: "reports-messages-nothing", who: "ana", path: "/reports/messages?contact=nobody" },
    { name: "login", who: "nobody", path: "/login" },
    {
      name: "login-refused",
      who: "nobody",
      path: "/login",
      act: fillAnd({ "Username or email": "admin", Password: "no" }, "Log in"),
    },
    { name: "forgot-password", who: "nobody", path: "/forgot-password" },
    {
      name: "forgot-password-sent",
      who: "nobody",
      path: "/forgot-password",
      act: fillAnd({ "Username or email": "nobody.at.all" }, "Send reset link"),
    },
    { name: "forgot-username", who: "nobody", path: "/forgot-username" },
    { name: "forgot-username-empty", who: "nobody", path: "/forgot-username", act: press("Email my username") },
    { name: "reset-password", who: "nobody", path: links.reset },
    {
      name: "reset-password-weak",
      who: "nobody",
      path: links.reset,
      act: fillAnd({ "New password": "harbor", "Confirm password": "dental" }, "Save password"),
    },
    { name: "reset-password-dead", who: "nobody", path: "/reset-password?token=nobodys" },
    { name: "welcome", who: "nobody", path: links.invitation },
    { name: "welcome-join", who: "nobody", path: links.join },
    { name: "welcome-join-logged-in", who: "benedikt", path: links.join },
    { name: "welcome-expired", who: "nobody", path: links.expired },
    { name: "welcome-dead", who: "nobody", path: "/welcome?token=nobodys" },
    { name: "confirm-email", who: "nobody", path: links.email },
    { name: "confirm-email-dead", who: "nobody", path: "/confirm-email?token=nobodys" },
    { name: "not-found", who: "nobody", path: "/not/a/page" },
    { name: "not-found-logged-in", who: "ana", path: "/not/a/page" },
    { name: "styles", who: "nobody", path: "/dev/styles" },
    { name: "styles-picker", who: "nobody", path: "/dev/styles", act: openPicker },
    { name: "styles-dialog", who: "nobody", path: "/dev/styles", act: openQuestion },
    { name: "mailbox", who: "nobody", path: `/dev/mailbox?word=${env().mailboxWord}` },
    { name: "navigation", who: "ana", path: "/admin/users", act: openMenu },
    { name: "users", who: "ana", path: "/admin/users" },
    { name: "users-pending", who: "ana", path: "/admin/users?status=Pending" },
    { name: "users-none", who: "ana", path: "/admin/users?search=nobody+of+that+name" },
    { name: "users-alone", who: "newcomer", path: "/admin/users" },
    { name: "users-new", who: "ana", path: "/admin/users/new" },
    { name: "users-new-empty", who: "ana", path: "/admin/users/new", act: press("Submit") },
    { name: "user-active", who: "ana", path: user(members.active) },
    { name: "user-pending", who: "ana", path: user(members.pending) },
    { name: "user-disabled", who: "ana", path: user(members.disabled) },
    { name: "user-myself", who: "ana", path: user(members.ana) },
    { name: "user-delete", who: "ana", path: `${user(members.active)}?ask=delete` },
    { name: "user-more-access", who: "ana", path: `${user(members.active)}?more=access` },
    { name: "users-bulk", who: "ana", path: "/admin/users/bulk?act=disable&all=1&search=o" },
    { name: "users-bulk-group", who: "ana", path: `/admin/users/bulk?act=assign&member=${members.active}` },
    { name: "users-invite", who: "ana", path: "/admin/users/invite" },
    { name: "users-invite-empty", who: "ana", path: "/admin/users/invite", act: press("Preview") },
    { name: "users-invite-preview", who: "ana", path: "/admin/users/invite", act: previewOf(typeAddresses) },
    { name: "users-invite-file", who: "ana", path: "/admin/users/invite", act: previewOf(chooseFile) },
    { name: "users-invite-sending", who: "ana", path: `/admin/users/invite/${batches.sending}` },
    { name: "users-invite-sent", who: "ana", path: `/admin/users/invite/${batches.sent}` },
    { name: "groups", who: "ana", path: "/admin/groups" },
    { name: "groups-none", who: "newcomer", path: "/admin/groups" },
    { name: "groups-new", who: "ana", path: "/admin/groups/new" },
    { name: "group", who: "ana", path: `/admin/groups/${groups.west}` },
    { name: "group-inherited", who: "ana", path: `/admin/groups/${groups.west}?which=inherited` },
    { name: "roles", who: "ana", path: "/admin/roles" },
    { name: "activity", who: "ana", path: "/admin/activity" },
    { name: "activity-none", who: "ana", path: "/admin/activity?person=nobody+of+that+name" },
    { name: "emails", who: "ana", path: "/admin/activity/emails" },
    { name: "emails-undecided", who: "ana", path: "/admin/activity/emails?state=undecided" },
    { name: "emails-none", who: "ana", path: "/admin/activity/emails?to=nobody+of+that+name" },
    { name: "emails-empty", who: "newcomer", path: "/admin/activity/emails" },
    { name: "numbers", who: "ana", path: "/admin/numbers" },
    { name: "numbers-none", who: "newcomer", path: "/admin/numbers" },
    { name: "numbers-new", who: "ana", path: "/admin/numbers/new" },
    {
      name: "numbers-new-taken",
      who: "ana",
      path: "/admin/numbers/new",
      act: fillAnd({ Number: "(415) 555-0134", Label: "Second desk" }, "Submit"),
    },
    { name: "number", who: "ana", path: `/admin/numbers/${numbers.desk}` },
    {
      name: "number-no-such-user",
      who: "ana",
      path: `/admin/numbers/${numbers.desk}`,
      act: fillAnd({ "Username or email": "nobody.at.all" }, "Add"),
    },
    { name: "number-nobody", who: "ana", path: `/admin/numbers/${numbers.desk}?search=nobody+of+that+name` },
    { name: "auto-replace", who: "ana", path: "/admin/auto-replace" },
    { name: "company", who: "ana", path: "/admin/company" },
    {
      name: "company-refused",
      who: "ana",
      path: "/admin/company",
      act: fillAnd({ "Company Name": "", Website: "harbor" }, "Save"),
    },
    { name: "profile", who: "benedikt", path: "/settings/profile" },
    { name: "profile-waiting", who: "ana", path: "/settings/profile" },
    { name: "security", who: "ana", path: "/settings/security" },
    {
      name: "security-refused",
      who: "ana",
      path: "/settings/security",
      act: fillAnd({ "Current password": "x", "New password": "short", "Confirm password": "other" }, "Save password"),
    },
    { name: "admin-for-end-user", who: "benedikt", path: "/admin/users" },
  ];
}
