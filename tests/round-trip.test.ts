import { expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { grantableBy } from "@/lib/invitations/grantable";
import { failuresOf } from "@/lib/invitations/preview/failures";
import { invitationColumns, templateHeadings } from "@/lib/invitations/read/columns";
import { header, pagesOf } from "@/lib/members/list/export-cells";
import { exportMembers } from "@/lib/members/list/export-members";
import { listQuery } from "@/lib/members/list/list-query";
import { csvLines } from "@/lib/text/csv";
import { makeCompany, viewerOf } from "./support/cast";
import { csv, preview, rowsAt, somebody } from "./support/inviting";

/** The list of users as its page hands it out. */
async function exported(viewer: Viewer): Promise<string> {
  const rows: string[][] = [];
  for await (const page of pagesOf(exportMembers(viewer, listQuery({})), await grantableBy(viewer))) rows.push(...page);
  return `\ufeff${csvLines([header, ...rows])}`;
}

/** The same people with addresses that nobody has, as a company would invite them that has the same groups and lines. */
const unknown = (text: string) => text.replace(/[\w.+-]+@[\w.-]+/g, (address) => `new.${address}`);

test("the list of users, uploaded on Invite Users, reads back completely", async () => {
  const company = await makeCompany();
  const west = await company.group("West; the old");
  const store = await company.group("Store @ 4", west.id);
  await company.group("Store @ 4", (await company.group("East")).id);
  const [desk, till] = [await company.number({ label: "Desk" }), await company.number({ label: "Till; 2" })];
  const people = [
    await company.endUser({ name: "Ana Maria Silva", groupId: store.id, lines: [till, desk], products: ["chat"] }),
    await company.endUser({ name: "Jo Stone", groupId: west.id, products: [] }),
    await company.disabled({ name: "Dee Six" }),
  ];
  const viewer = await viewerOf(company.ana);
  const text = await exported(viewer);

  const here = await rowsAt((await preview(viewer, { file: csv(text), line: desk.id })).batchId);
  expect(here.every(({ verdict }) => verdict === "here")).toBe(true);
  expect(here.find(({ email }) => email === people[2]?.email)?.problem).toContain("disabled");

  const anew = await rowsAt((await preview(viewer, { file: csv(unknown(text)), line: desk.id })).batchId);
  const find = (at: number) => anew.find(({ email }) => email === `new.${people[at]?.email}`);
  expect(anew.map(({ problem }) => problem).filter(Boolean)).toEqual([]);
  expect(find(0)).toMatchObject({ products: ["chat"], lines: [till.id, desk.id], state: "waiting" });
  expect(find(0)?.roles).toEqual([{ role: "end-user", groupId: store.id }]);
  expect([find(0)?.firstName, find(0)?.lastName].join(" ")).toBe("Ana Maria Silva");
  expect(find(1)).toMatchObject({ roles: [{ role: "end-user", groupId: west.id }], products: [], lines: [] });
  expect(find(2)).toMatchObject({ state: "left out", leftReason: "Status: Disabled" });
});

test("the template and the rejected rows are read by their own headings", async () => {
  const company = await makeCompany();
  await company.group("West; the old");
  const viewer = await viewerOf(company.ana);
  const filled = csvLines([
    templateHeadings,
    [somebody(), "Ana", "Silva", 'Viewer @ "West; the old"; Sender', "Texting; Chat", "None"],
    ["a@@x.example", "Ben", "", "Boss", "Fax", "Nowhere"],
  ]);
  const first = await preview(viewer, { file: csv(filled) });
  const rows = await rowsAt(first.batchId);
  expect(rows.map(({ verdict, roles }) => [verdict, roles.length])).toEqual([
    ["new", 2],
    ["wrong", 0],
  ]);
  const rejected = await failuresOf(viewer, { id: first.batchId, isConfirmed: false });
  const headings = [...Object.values(invitationColumns).map(({ title }) => title), "Problem"];
  const file = csvLines([headings, ...rejected.map(({ cells, problem }) => [...cells, problem ?? ""])]);
  const again = await rowsAt((await preview(viewer, { file: csv(file), role: ["admin"] })).batchId);
  expect(again.map(({ problem }) => problem)).toEqual(rows.slice(1).map(({ problem }) => problem));
});
