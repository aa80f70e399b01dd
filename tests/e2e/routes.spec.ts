import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { v7 } from "uuid";
import { isRole, matrix, type Permission, roleNames } from "@/lib/access/permissions";
import type { Company, Person } from "@/tests/support/cast";
import { makeCompany } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { routeOf } from "@/tests/support/house/map";
import { portalPaths } from "@/tests/support/odd/paths";
import { LOGS } from "@/tests/support/run/logs";

/** What an address may name: somebody, a number and a group, all in one place of a company's tree. */
type Place = { member: string; number: string; group: string };
type Route = {
  /** Null: everybody who is logged in. */
  permission: Permission | null;
  /** A right that counts at the root alone. */
  atRoot?: true;
  path: string | ((place: Place) => string);
};

/** Every page and route of the portal, and who may open it. One that is missing here fails the first test. */
const ROUTES: Record<string, Route> = {
  "/admin": { permission: "account.view", path: "/admin" },
  "/admin/users": { permission: "account.view", path: "/admin/users" },
  "/admin/users/new": { permission: "users.manage", path: "/admin/users/new" },
  "/admin/users/{}": { permission: "users.manage", path: ({ member }) => `/admin/users/${member}` },
  "/admin/users/count": { permission: "users.manage", path: "/admin/users/count?search=a" },
  "/admin/users/{}/panel": { permission: "users.manage", path: ({ member }) => `/admin/users/${member}/panel` },
  "/admin/users/invite": { permission: "users.manage", path: "/admin/users/invite" },
  "/admin/users/invite/template": { permission: "users.manage", path: "/admin/users/invite/template" },
  "/admin/users/bulk": { permission: "users.manage", path: "/admin/users/bulk?act=disable" },
  "/admin/users/export": { permission: "account.view", path: "/admin/users/export" },
  "/admin/numbers": { permission: "account.view", path: "/admin/numbers" },
  "/admin/numbers/new": { permission: "numbers.manage", path: "/admin/numbers/new" },
  "/admin/numbers/{}": { permission: "account.view", path: ({ number }) => `/admin/numbers/${number}` },
  "/admin/groups": { permission: "account.view", path: "/admin/groups" },
  "/admin/groups/new": { permission: "groups.manage", path: "/admin/groups/new" },
  "/admin/groups/{}": { permission: "account.view", path: ({ group }) => `/admin/groups/${group}` },
  "/admin/roles": { permission: "account.view", path: "/admin/roles" },
  "/admin/activity": { permission: "audit.view", path: "/admin/activity" },
  "/admin/activity/emails": { permission: "audit.view", path: "/admin/activity/emails" },
  "/admin/activity/export": { permission: "audit.view", path: "/admin/activity/export" },
  "/admin/auto-replace": { permission: "auto-replace.manage", atRoot: true, path: "/admin/auto-replace" },
  "/admin/company": { permission: "company.manage", atRoot: true, path: "/admin/company" },
  "/accounts/new": { permission: "company.manage", atRoot: true, path: "/accounts/new" },
  "/campaigns": { permission: "campaigns.manage", path: "/campaigns" },
  "/campaigns/new": { permission: "campaigns.manage", path: "/campaigns/new" },
  "/contacts": { permission: "messages.read", path: "/contacts" },
  "/contacts/fields": { permission: "contacts.manage", path: "/contacts/fields" },
  "/contacts/fields/new": { permission: "contacts.manage", atRoot: true, path: "/contacts/fields/new" },
  "/contacts/groups": { permission: "contacts.manage", path: "/contacts/groups" },
  "/contacts/groups/new": { permission: "contacts.manage", path: "/contacts/groups/new" },
  "/contacts/import": { permission: "contacts.manage", path: "/contacts/import" },
  "/contacts/import/template": { permission: "contacts.manage", path: "/contacts/import/template" },
  "/contacts/new": { permission: "contacts.manage", path: "/contacts/new" },
  "/contacts/bulk": { permission: "contacts.manage", path: "/contacts/bulk?act=delete" },
  "/contacts/count": { permission: "contacts.manage", path: "/contacts/count?search=a" },
  "/contacts/export": { permission: "contacts.manage", path: "/contacts/export" },
  "/go-to": { permission: null, path: "/go-to?search=a" },
  "/pick": { permission: null, path: "/pick?from=groups-seen&search=a" },
  "/inbox": { permission: "messages.read", path: "/inbox" },
  "/inbox/new": { permission: "messages.send", path: "/inbox/new" },
  "/reports": { permission: "reports.download", path: "/reports" },
  "/reports/lines": { permission: "reports.download", path: "/reports/lines" },
  "/reports/lines/export": { permission: "reports.download", path: "/reports/lines/export" },
  "/reports/messages": { permission: "reports.download", path: "/reports/messages" },
  "/reports/messages/export": { permission: "reports.download", path: "/reports/messages/export" },
  "/settings/profile": { permission: null, path: "/settings/profile" },
  "/settings/security": { permission: null, path: "/settings/security" },
  "/subscriptions": { permission: "subscriptions.create", path: "/subscriptions" },
  "/subscriptions/new": { permission: "subscriptions.create", path: "/subscriptions/new" },
};

/** Only its maker sees a list of invitations or contacts (invite.spec.ts), only who has its line a conversation, only who may see them a contact, a group of these or a campaign. */
const ELSEWHERE = [
  "/admin/users/invite/{}",
  "/admin/users/invite/{}/failures",
  "/inbox/{}",
  "/inbox/media/{}",
  "/contacts/{}",
  "/contacts/fields/{}",
  "/contacts/groups/{}",
  "/contacts/import/{}",
  "/contacts/import/{}/failures",
  "/campaigns/{}",
  "/campaigns/{}/edit",
  "/campaigns/{}/export",
];

const statusOf = async (page: Page, path: string) => (await page.request.get(path, { maxRedirects: 0 })).status();

const pathTo = ({ path }: Route, place: Place) => (typeof path === "string" ? path : path(place));

async function placeIn(company: Company, groupId?: string): Promise<Place> {
  const at = groupId ? { groupId } : {};
  const group = await company.group("Store", groupId ?? company.rootGroupId);
  return { member: (await company.endUser(at)).memberId, number: (await company.number(at)).id, group: group.id };
}

/** What the server under test has logged. */
const linesOf = (url = "") => readFileSync(join(LOGS, `server-${new URL(url).port}.log`), "utf8").split("\n");
const forbiddenAt = (url?: string) => linesOf(url).filter((line) => line.includes('"act.forbidden"'));

const nowhere = (): Place => ({ member: v7(), number: v7(), group: v7() });

test("every page and route is in the table", () => {
  const files = readdirSync("app/(portal)", { recursive: true, encoding: "utf8" });
  const built = files
    .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
    .map((file) => routeOf(`app/(portal)/${file}`));
  expect(built.length).toBeGreaterThan(10);
  expect(built.sort()).toEqual([...Object.keys(ROUTES), ...ELSEWHERE].sort());
});

test("every role opens the pages that its rights are for, and no other exists for it", async ({
  company,
  openPage,
  problems,
}) => {
  problems.allow(/404/);
  const place = await placeIn(company);
  for (const role of Object.keys(roleNames).filter(isRole)) {
    const page = await openPage(await company.endUser({ role }));
    for (const route of Object.values(ROUTES)) {
      const may = route.permission === null || matrix[route.permission].roles.includes(role);
      expect(await statusOf(page, pathTo(route, place)), `${role} at ${pathTo(route, place)}`).toBe(may ? 200 : 404);
    }
  }
});

test("an Admin of a group opens what is in it; beside it, above it and elsewhere nothing exists", async ({
  company,
  openPage,
  problems,
}) => {
  problems.allow(/404/);
  const [west, east] = [await company.group("West"), await company.group("East")];
  const inside = await placeIn(company, west.id);
  const outside = [
    await placeIn(company),
    await placeIn(company, east.id),
    await placeIn(await makeCompany()),
    nowhere(),
  ];
  const lead: Person = await company.admin({ groupId: west.id });
  const page = await openPage(lead);
  for (const route of Object.values(ROUTES)) {
    const path = pathTo(route, inside);
    expect(await statusOf(page, path), path).toBe(route.atRoot ? 404 : 200);
    if (typeof route.path === "string") continue;
    for (const place of outside) expect(await statusOf(page, pathTo(route, place)), pathTo(route, place)).toBe(404);
  }
});

test("whoever asks for what is not there for them is told of once, another's and unknown ids alike", async ({
  company,
  openPage,
  baseURL,
  problems,
}) => {
  problems.allow(/404/);
  const admin = await openPage(company.ana);
  const stranger = await placeIn(await makeCompany());
  const paths = [...Object.values(stranger), v7(), "x"].flatMap((id) =>
    portalPaths(id).filter((path) => path.endsWith(`/${id}`) || path.includes(`/${id}/`)),
  );
  const asked = [...paths, "/admin/users/bulk?act=nothing"];
  expect(asked.length).toBeGreaterThan(20);
  for (const path of asked) {
    const answer = await admin.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(404);
    const id = answer.headers()["x-request-id"] ?? "no id";
    await expect.poll(() => forbiddenAt(baseURL).filter((line) => line.includes(id)).length, path).toBe(1);
  }
});

test("whoever is named beside one's own people, and is not there, is told of when asked about and when acted on", async ({
  page,
  company,
  login,
  baseURL,
}) => {
  const [ben, stranger] = [await company.endUser({ name: "Ben Ortiz" }), await (await makeCompany()).endUser()];
  await login(page, company.ana);
  const told = () => forbiddenAt(baseURL).filter((line) => line.includes(company.ana.memberId)).length;
  await page.goto(`/admin/users/bulk?act=disable&member=${ben.memberId}`);
  await expect(page.getByRole("heading", { name: "Disable 1 user?" })).toBeVisible();
  expect(told()).toBe(0);
  await page.goto(`/admin/users/bulk?act=disable&member=${ben.memberId}&member=${stranger.memberId}`);
  await expect(page.getByRole("heading", { name: "Disable 1 user?" })).toBeVisible();
  await expect.poll(told).toBe(1);
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("Ben Ortiz is disabled.").or(page.getByText("1 user is disabled."))).toBeVisible();
  await expect.poll(told).toBe(2);
});

test("another company's id and an unknown one get the same answer, and whoever is not logged in is sent to the login", async ({
  company,
  openPage,
  problems,
}) => {
  problems.allow(/404/);
  const stranger = await placeIn(await makeCompany());
  const [admin, nobody] = [await openPage(company.ana), await openPage()];
  const own = await placeIn(company);
  for (const route of Object.values(ROUTES)) {
    const answer = await nobody.request.get(pathTo(route, own), { maxRedirects: 0 });
    expect(answer.status(), pathTo(route, own)).toBe(307);
    expect(answer.headers().location).toMatch(/^\/login\?next=/);
    if (typeof route.path === "string") continue;
    const answers = await Promise.all(
      [stranger, nowhere()].map(async (place) => {
        const got = await admin.request.get(pathTo(route, place), { maxRedirects: 0 });
        const body = (await got.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[\w+/=]{22,}/g, "");
        return [got.status(), body.length];
      }),
    );
    expect(answers[0]?.[0]).toBe(404);
    expect(Math.abs(Number(answers[0]?.[1]) - Number(answers[1]?.[1])), route.path(own)).toBeLessThan(200);
  }
});
