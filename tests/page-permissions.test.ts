import ts from "typescript-api";
import { expect, test } from "vitest";
import { everyNode, thisHouse } from "./support/house/house";
import { routeOf } from "./support/house/map";

/** What each page and route of the portal asks for: changed in both places, and on purpose. Null: whoever is logged in. */
const PAGES: Record<string, string | null> = {
  "/accounts/new": "company.manage",
  "/admin": "account.view",
  "/admin/activity": "audit.view",
  "/admin/activity/emails": "audit.view",
  "/admin/activity/export": "audit.view",
  "/admin/auto-replace": "auto-replace.manage",
  "/admin/company": "company.manage",
  "/admin/groups": "account.view",
  "/admin/groups/new": "groups.manage",
  "/admin/groups/{}": "account.view",
  "/admin/numbers": "account.view",
  "/admin/numbers/new": "numbers.manage",
  "/admin/numbers/{}": "account.view",
  "/admin/roles": "account.view",
  "/admin/users": "account.view",
  "/admin/users/bulk": "users.manage",
  "/admin/users/export": "account.view",
  "/admin/users/invite": "users.manage",
  "/admin/users/invite/template": "users.manage",
  "/admin/users/invite/{}": "users.manage",
  "/admin/users/invite/{}/failures": "users.manage",
  "/admin/users/new": "users.manage",
  "/admin/users/{}": "users.manage",
  "/admin/users/{}/panel": "users.manage",
  "/admin/users/count": "users.manage",
  "/campaigns": "campaigns.manage",
  "/campaigns/new": "campaigns.manage",
  "/campaigns/{}": "campaigns.manage",
  "/campaigns/{}/edit": "campaigns.manage",
  "/campaigns/{}/export": "campaigns.manage",
  "/contacts": "messages.read",
  "/contacts/bulk": "contacts.manage",
  "/contacts/count": "contacts.manage",
  "/contacts/export": "contacts.manage",
  "/contacts/fields": "contacts.manage",
  "/contacts/fields/new": "contacts.manage",
  "/contacts/fields/{}": "contacts.manage",
  "/contacts/groups": "contacts.manage",
  "/contacts/groups/new": "contacts.manage",
  "/contacts/groups/{}": "contacts.manage",
  "/contacts/import": "contacts.manage",
  "/contacts/import/template": "contacts.manage",
  "/contacts/import/{}": "contacts.manage",
  "/contacts/import/{}/failures": "contacts.manage",
  "/contacts/new": "contacts.manage",
  "/contacts/{}": "messages.read",
  "/go-to": null,
  "/inbox": "messages.read",
  "/inbox/new": "messages.send",
  "/inbox/media/{}": "messages.read",
  "/inbox/{}": "messages.read",
  "/pick": null,
  "/reports": "reports.download",
  "/reports/lines": "reports.download",
  "/reports/lines/export": "reports.download",
  "/reports/messages": "reports.download",
  "/reports/messages/export": "reports.download",
  "/settings/profile": null,
  "/settings/security": null,
  "/subscriptions": "subscriptions.create",
  "/subscriptions/new": "subscriptions.create",
};

test("every page of the portal asks for its permission", () => {
  const { files } = thisHouse(["app"]);
  const pages = files.filter(({ path }) => /^app\/\(portal\)\/(.*\/)?(page|route)\.tsx?$/.test(path));
  const asked = pages.flatMap(({ path, ast }) =>
    everyNode(ast)
      .filter(ts.isCallExpression)
      .filter(({ expression }) => expression.getText() === "requireViewer")
      .map((call) => [routeOf(path), call.arguments[0]?.getText().replaceAll('"', "") ?? null]),
  );
  expect(Object.fromEntries(asked)).toEqual(PAGES);
});
