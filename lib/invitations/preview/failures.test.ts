import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { csv, type Fields, invite, preview, rowsAt, send, somebody } from "@/tests/support/inviting";
import type { Viewer } from "../../access/viewer";
import { csvLines } from "../../text/csv";
import { invitationColumns } from "../read/columns";
import { sendDueBatches } from "../send/send-batch";
import { failuresOf } from "./failures";

const header = [...Object.values(invitationColumns).map(({ title }) => title), "Problem"];

/** As the download writes it. */
async function fileOf(viewer: Viewer, batchId: string) {
  const rows = await failuresOf(viewer, { id: batchId, isConfirmed: true });
  const lines = rows.map(({ cells, problem, beyond }) => [...cells, problem ?? "", ...beyond]);
  return { rows, text: `\ufeff${csvLines([header, ...lines])}` };
}

/** What a person would see, and what they would get. */
const seen = (rows: Awaited<ReturnType<typeof rowsAt>>) =>
  rows.map(({ email, verdict, problem, roles, products, lines }) => ({
    ...{ email, verdict, problem: problem?.replace(/Row \d+/g, "Row"), roles, products, lines },
  }));

const sentBatch = async (viewer: Viewer, fields: Fields) => {
  const [row] = await invite(viewer, fields);
  return row?.batchId ?? "";
};

const generous: Fields = { role: ["admin"], product: ["texting", "chat", "campaigns", "reports"] };

describe("what failed, as a file", () => {
  test("holds every cell as it was written, and reads as it did before, whatever the form says then", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    await company.group("Store, 4; the old", west.id);
    await company.group("Store 5", west.id);
    await company.group("Store 5", (await company.group("East")).id);
    const desk = await company.number({ label: "Desk" });
    const viewer = await viewerOf(await company.admin({ products: ["texting", "chat"] }));
    const long = "Ana ".repeat(30).trim();
    const text = csvLines([
      ["lines", "email", "first name", "last name", "roles", "products", "group", "shoe size"],
      ["Desk", `ok.${somebody()}`, "", "", "", "", "", ""],
      [desk.e164, "a@@x.example", "=Ana", "Silva, the elder", "Viewer @ West > Store 5; Sender", "Chat", "West", "38"],
      ["", `b.${somebody()}`, "", "", "Boss", "", "Store, 4; the old", ""],
      ["", `c.${somebody()}`, "", "", "Viewer", "Fax", "Store 5", ""],
      ["None", `d.${somebody()}`, "", "", "Viewer @ ", "Campaigns", "", ""],
      ["Nowhere", `e.${somebody()}`, long, "", "", "", "", ""],
      ["", `f.${somebody()}`, "Ana", "", "Viewer", "", "", "", "West"],
      ["", `g.${somebody()}`, "", "", "", "Campaigns", "", ""],
    ]);
    const batchId = await sentBatch(viewer, { file: csv(text), role: ["viewer"], group: west.id, line: desk.id });
    const before = await rowsAt(batchId);
    expect(before.map(({ verdict }) => verdict)).toEqual(["new", ...Array(6).fill("wrong"), "beyond"]);
    const { rows, text: file } = await fileOf(viewer, batchId);
    expect(rows.map(({ cells }) => cells)).toMatchObject(
      [
        ["a@@x.example", "=Ana", "Silva, the elder", "Viewer @ West > Store 5; Sender", "West", "Chat", desk.e164],
        [/^b\./, "", "", "Boss", "Store, 4; the old", "Texting", desk.e164],
        [/^c\./, "", "", "Viewer", "Store 5", "Fax", desk.e164],
        [/^d\./, "", "", "Viewer @", "West", "Campaigns", "None"],
        [/^e\./, long, "", "Viewer", "West", "Texting", "Nowhere"],
        [/^f\./, "Ana", "", "Viewer", "", "", ""],
        [/^g\./, "", "", "Viewer", "West", "Campaigns", desk.e164],
      ].map((cells) => cells.map((cell) => (cell instanceof RegExp ? expect.stringMatching(cell) : cell))),
    );
    const again = await rowsAt(
      (await preview(viewer, { file: csv(file), role: ["admin"], product: ["texting", "chat"] })).batchId,
    );
    expect(seen(again)).toEqual(seen(before.slice(1)));
    const mended = file
      .replace("a@@x.example", somebody())
      .replace("Boss", "Viewer")
      .replace(/Campaigns/g, "Chat");
    const after = await rowsAt(
      (await preview(viewer, { file: csv(mended), ...generous, product: ["texting", "chat"] })).batchId,
    );
    const at = (position: number) =>
      after[position]?.roles.map(({ role, groupId }) => `${role} ${groupId === west.id}`);
    expect([at(0), at(1), at(6)]).toEqual([["viewer false", "sender true"], ["viewer false"], ["viewer true"]]);
    expect(after.flatMap(({ roles }) => roles).some(({ role }) => role === "admin")).toBe(false);
    expect(after[6]).toMatchObject({ products: ["chat"], lines: [desk.id] });
  });

  test("gives whoever was left out, or failed later, what they were to get", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East; or so")];
    const [store] = [await company.group("Store, 4", west.id), await company.group("Store, 4", east.id)];
    const [lineA, lineB] = [await company.number({ label: "Desk" }), await company.number({ label: "Till" })];
    const [here, pending] = [await company.endUser(), await company.pending()];
    const viewer = await viewerOf(company.ana);
    const text = csvLines([
      ["email", "first name", "roles", "group", "products", "lines"],
      [here.email, "", "Viewer; Sender", "West > Store, 4", "None", "Till; Desk"],
      [pending.email, "", "Viewer @ East; Sender", "East; or so", "Texting", ""],
      [
        somebody(),
        "-Ana",
        "Viewer @ West; Sender @ West > Store, 4; End User",
        "East; or so",
        "Chat; Texting",
        lineA.e164,
      ],
    ]).replace("Viewer @ East; Sender", "Viewer @ West; Sender");
    const { batchId } = await preview(viewer, { file: csv(text) });
    const before = await rowsAt(batchId);
    await writeDb.execute(
      sql`update invitation_rows set state = 'failed', problem = 'Broken' where batch_id = ${batchId} and verdict = 'new'`,
    );
    const { text: file } = await fileOf(viewer, batchId);
    const again = await rowsAt((await preview(viewer, { file: csv(file), ...generous, line: lineB.id })).batchId);
    expect(seen(again)).toEqual(seen(before));
    expect(before[0]?.roles.map(({ groupId }) => groupId)).toEqual([store.id, store.id]);
    expect(again.map(({ firstName }) => firstName)).toEqual(["", "", "-Ana"]);
  });

  test("pasted addresses keep what was chosen for them, and what is gone gives nothing instead", async () => {
    const company = await makeCompany();
    const [west, desk] = [await company.group("West"), await company.number({ label: "Desk" })];
    const viewer = await viewerOf(company.ana);
    const list = {
      addresses: `a@@x.example\n${somebody()}`,
      role: ["viewer"],
      group: west.id,
      product: [],
      line: desk.id,
    };
    const { batchId } = await preview(viewer, list);
    await send(viewer, batchId);
    const { rows } = await fileOf(viewer, batchId);
    expect(rows[0]?.cells).toEqual(["a@@x.example", "", "", "Viewer", "West", "None", desk.e164]);
    await writeDb.execute(sql`update numbers set disabled_at = now() where id = ${desk.id}`);
    await writeDb.execute(sql`delete from groups where id = ${west.id}`);
    await sendDueBatches();
    const { text } = await fileOf(viewer, batchId);
    const again = await rowsAt((await preview(viewer, { file: csv(text), ...generous })).batchId);
    expect(again.map(({ verdict, roles }) => [verdict, roles])).toEqual([
      ["wrong", []],
      ["wrong", []],
    ]);
  });

  test("groups are called so that another Admin's narrower view finds the same ones", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const [twin, under] = [await company.group("Store", west.id), await company.group("West > Store", west.id)];
    const inner = await company.group("West", west.id);
    for (const viewer of [await viewerOf(company.ana), await viewerOf(await company.admin({ groupId: west.id }))]) {
      for (const { id } of [west, twin, under, inner]) {
        const { batchId } = await preview(viewer, { addresses: "no address", role: ["viewer"], group: id });
        const { text } = await fileOf(viewer, batchId);
        const file = csv(text.replace("no address", somebody()));
        const [row] = await rowsAt((await preview(viewer, { file, role: ["admin"], group: west.id })).batchId);
        if (row?.verdict === "new") expect(row.roles).toEqual([{ role: "viewer", groupId: id }]);
        else expect(row?.problem).toContain("Several groups are called");
        if (id !== inner.id && id !== under.id) expect(row?.verdict).toBe("new");
      }
    }
  });
});
