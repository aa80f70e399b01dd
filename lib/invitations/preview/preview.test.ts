import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { csv, type Fields, preview, rowsAt, send, somebody } from "@/tests/support/inviting";
import { mailTo } from "@/tests/support/rows";
import { NotFound, Refused } from "../../errors";
import { sendDueBatches } from "../send/send-batch";
import { AnswerPreview, answerPreview } from "./answer-preview";
import { draftAgain } from "./draft-again";
import { PreviewInvitations } from "./preview";

describe("the preview", () => {
  test("names everybody's verdict and sends nothing", async () => {
    const [company, other] = [await makeCompany(), await makeCompany()];
    const [here, pending, gone] = [await company.endUser(), await company.pending(), await company.disabled()];
    const guest = await other.endUser();
    const fresh = somebody();
    const list = [
      fresh,
      here.email.toUpperCase(),
      pending.email,
      gone.email,
      guest.email,
      "nobody",
      fresh.toUpperCase(),
    ];
    const { batchId } = await preview(await viewerOf(company.ana), { addresses: list.join("\n") });
    const rows = await rowsAt(batchId);
    expect(rows.map(({ verdict, state, memberId }) => [verdict, state, memberId])).toEqual([
      ["new", "waiting", null],
      ["here", "left out", here.memberId],
      ["pending", "left out", pending.memberId],
      ["here", "left out", gone.memberId],
      ["guest", "waiting", null],
      ["wrong", "left out", null],
      ["wrong", "left out", null],
    ]);
    expect(rows.map(({ problem }) => problem !== null)).toEqual([false, true, true, true, false, true, true]);
    await sendDueBatches();
    for (const email of list) expect(await mailTo(email)).toEqual([]);
  });

  test("asks for what is missing beside its field", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const field = (fields: Fields) => preview(viewer, fields).catch((error: Refused) => error.field);
    const all = (fields: Fields) => preview(viewer, fields).catch(({ field, also }: Refused) => [field, also]);
    expect(await all({ role: [] })).toEqual(["addresses", { role: "Choose a role." }]);
    expect(await all({ role: [], addresses: somebody(), file: csv("email\na@x.example") })).toEqual([
      "file",
      { role: "Choose a role." },
    ]);
    expect(await all({ role: [], file: csv("name\nAna") })).toEqual(["file", {}]);
    expect(await field({})).toBe("addresses");
    expect(await field({ addresses: somebody(), role: [] })).toBe("role");
    expect(await field({ addresses: somebody(), file: csv("email\na@x.example") })).toBe("file");
    expect(await field({ file: csv("name\nAna") })).toBe("file");
    expect(await field({ file: csv("email\na@x.example"), role: [] })).toBe("role");
    const parsed = await PreviewInvitations.safeParseAsync({
      file: new File([Buffer.alloc(4_000_001, 97)], "big.csv"),
    });
    expect(parsed.error?.issues).toMatchObject([{ path: ["file"], message: expect.stringContaining("4 MB") }]);
    const image = await PreviewInvitations.safeParseAsync({ file: new File([Buffer.from([0x89, 0, 1])], "a.png") });
    expect(image.error?.issues).toMatchObject([{ path: ["file"], message: expect.stringContaining("not a CSV") }]);
    expect((await PreviewInvitations.parseAsync({ file: new File([], "") })).file).toBeNull();
    expect((await PreviewInvitations.parseAsync({})).file).toBeNull();
  });

  test("a file that is a mere list loses nobody", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const [a, b, c] = [somebody(), somebody(), somebody()];
    const namesIn = async (text: string) => {
      const { batchId } = await preview(viewer, { file: csv(text) });
      return (await rowsAt(batchId)).map(({ email, firstName, lastName }) => `${email}|${firstName}|${lastName}`);
    };
    expect(await namesIn(`${a},${b},${c}`)).toEqual([`${a}||`, `${b}||`, `${c}||`]);
    expect(await namesIn(`Ana Silva <${a}>; Bo Li <${b}>\n${c}`)).toEqual([`${a}|Ana|Silva`, `${b}|Bo|Li`, `${c}||`]);
    expect(await namesIn(`Silva, Ana <${a}>\n"Li, Bo" <${b}>`)).toEqual([`${a}|Ana|Silva`, `${b}|Bo|Li`]);
    const many = Array.from({ length: 250 }, somebody);
    expect(await namesIn(many.join(","))).toEqual(many.map((each) => `${each}||`));
    expect(await namesIn(`Sales,${a}\nOps,${b}`)).toEqual([`${a}|Sales|`, `${b}|Ops|`]);
  });

  test("a pasted table without addresses is mended where it was pasted", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const table = (cell: string) => `Email\tFirst name\n${cell}\tAna`;
    const { batchId } = await preview(viewer, { addresses: table(somebody()) });
    await answerPreview(viewer, AnswerPreview.parse({ batchId, column: "0:" }));
    const refused = await preview(viewer, { addresses: table("nobody") }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ field: "addresses", message: expect.stringContaining("table") });
  });

  test("says of whatever is pasted that it is too much, without reading all of it", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    for (const text of ["a,", "a\n", "ana@x.example,", "ana@x.example\n", "A\tana@x.example\n", "<ana@x.example>"]) {
      const addresses = text.repeat(Math.floor(1_500_000 / text.length));
      const refused = await preview(viewer, { addresses }).catch((error: unknown) => error);
      expect(refused).toMatchObject({
        field: "addresses",
        message: expect.stringContaining("more than 10,000 people"),
      });
    }
  });

  test("submitted twice it is one; with another file it is another", async () => {
    const viewer = await viewerOf((await makeCompany()).ana);
    const once = onceKey();
    const first = await preview(viewer, { file: csv("email\na@x.example"), once });
    expect(await preview(viewer, { file: csv("email\na@x.example"), once })).toEqual(first);
    expect(await preview(viewer, { file: csv("email\nb@x.example"), once })).not.toEqual(first);
  });

  test("a CSV says per person what they get, and what is wrong with it", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const store = await company.group("Store 4", west.id);
    await company.group("Store 4", (await company.group("East")).id);
    const [desk, till] = [await company.number({ label: "Desk" }), await company.number({ label: "Till" })];
    const text = `email,first name,last name,roles,group,products,lines
a@x.example,Ana,Lee,Messaging agent;Viewer @ West > Store 4,West,Chat;texting,desk;${till.e164}
b@x.example,,,,,,
c@x.example,,,,west ▸ store 4,all,
d@x.example,,,Admin,Main Group > West,none,
e@x.example,,,Boss,,,
f@x.example,,,,Store 4,,
g@x.example,,,,South,,
h@x.example,,,,,Fax,
i@x.example,,,,,,+14155550199
j@@x.example,,,,,,
`;
    const { batchId } = await preview(await viewerOf(company.ana), { file: csv(text), line: till.id });
    const rows = await rowsAt(batchId);
    expect(rows.slice(0, 4)).toMatchObject([
      {
        position: 2,
        firstName: "Ana",
        roles: [
          { role: "messaging-agent", groupId: west.id },
          { role: "viewer", groupId: store.id },
        ],
        products: ["texting", "chat"],
        lines: [desk.id, till.id],
      },
      { roles: [{ role: "end-user", groupId: company.rootGroupId }], products: ["texting"], lines: [till.id] },
      { roles: [{ role: "end-user", groupId: store.id }], products: ["texting", "chat", "campaigns", "reports"] },
      { roles: [{ role: "admin", groupId: west.id }], products: [] },
    ]);
    expect(rows.slice(4).map(({ verdict, problem }) => [verdict, problem])).toEqual([
      ["wrong", expect.stringContaining("no role “Boss”")],
      ["wrong", expect.stringContaining("Several groups")],
      ["wrong", expect.stringContaining("no group “South”")],
      ["wrong", expect.stringContaining("no product “Fax”")],
      ["wrong", expect.stringContaining("no number")],
      ["wrong", expect.stringContaining("name@example.com")],
    ]);
  });

  test("a row says all that is wrong with it, but nothing of cells that stand in the wrong columns", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(await company.admin({ products: ["texting"] }));
    const many = Array.from({ length: 40 }, (_, at) => `Boss ${at}`).join(";");
    const text = `email,roles,group,products,lines
a@@x.example,Boss;Viewer;Chief,South,Fax;Chat,Nowhere
b@x.example,Boss;boss;Boss,,,
c@x.example,${many},,,
d@x.example,Boss,,,,Ana
e@x.example,,,,
E@x.example,Boss,South,,
f@x.example,Viewer @ ;Sender@,,,
`;
    const rows = await rowsAt((await preview(viewer, { role: [], file: csv(text) })).batchId);
    const said = (at: number) => rows[at]?.problem ?? "";
    const parts = ["email address", "“Boss”", "“Chief”", "group “South”", "product “Fax”", "have Chat"];
    expect(parts.filter((part) => !said(0).includes(part))).toEqual([]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(Array(7).fill("wrong"));
    expect(said(1)).toMatch(/^There is no role “Boss”[^“]+There is no role “boss”[^“]+$/);
    expect(said(2).match(/There is no role/g)).toHaveLength(5);
    expect(said(3)).toMatch(/^This row has more cells than there are columns[^“]+$/);
    expect(said(4)).toBe("No role is given, in the file or in the form.");
    expect(said(5)).toBe("Row 6 has the same address. It is invited once.");
    expect(said(6)).toBe("There is no group after the @.");
  });

  test("nothing beyond the inviter's rights can be invited, and nothing there is told apart from nothing", async () => {
    const company = await makeCompany();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const [mine, theirs] = [await company.number({ groupId: west.id }), await company.number({ groupId: east.id })];
    const member = await company.endUser({ groupId: east.id });
    const viewer = await viewerOf(await company.admin({ groupId: west.id, products: ["texting"] }));
    const rows = await rowsAt(
      (
        await preview(viewer, {
          group: west.id,
          file: csv(`email,roles,group,products,lines
a@x.example,Viewer @ East,,,
b@x.example,Viewer @ Nowhere,,,
c@x.example,,Main Group,,
d@x.example,,,Chat,
e@x.example,,,,${theirs.e164}
f@x.example,,,,+14155550188
g@x.example,Admin,West,Texting,${mine.e164}
${member.email},,,,
`),
        })
      ).batchId,
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual([...Array(6).fill("beyond"), "new", "here"]);
    expect(rows.slice(0, 6).every((row) => row.state === "left out" && row.roles.length === 0)).toBe(true);
    const says = (at: number) => rows[at]?.problem?.replace(/“.*”/, "");
    expect([says(0), says(4)]).toEqual([says(1), says(5)]);
    expect(rows[7]).toMatchObject({ memberId: null, problem: "Already a member of your company." });
    for (const { id } of [east, { id: company.rootGroupId }, { id: onceKey() }])
      await expect(preview(viewer, { addresses: somebody(), group: id })).rejects.toThrow(NotFound);
    await expect(preview(viewer, { addresses: somebody(), product: "chat" })).rejects.toThrow(Refused);
    await expect(preview(viewer, { addresses: somebody(), line: theirs.id })).rejects.toThrow(Refused);
  });

  test("can be gone back from with what was typed, until it is sent", async () => {
    const company = await makeCompany();
    const [west, line, viewer] = [await company.group("West"), await company.number(), await viewerOf(company.ana)];
    const chosen = { role: ["viewer", "sender"], group: west.id, product: ["chat"], line: [line.id] };
    const { batchId } = await preview(viewer, { addresses: `Lee, Ana <a@x.example>; nobody\nb@x.example`, ...chosen });
    const again = await draftAgain(viewer, batchId);
    const typed = `"Ana Lee" <a@x.example>\nnobody\nb@x.example`;
    expect(again).toEqual({ isFile: false, addresses: typed, ...chosen });
    expect(await draftAgain(await viewerOf(await company.admin()), batchId)).toBeNull();
    const file = csv("email,roles\na@x.example,Viewer\nb@x.example,Sender");
    const filed = await preview(viewer, { file, ...chosen });
    expect(await draftAgain(viewer, filed.batchId)).toEqual({ isFile: true, addresses: "", ...chosen });
    for (const other of ["nonsense", undefined]) expect(await draftAgain(viewer, other)).toBeNull();
    await send(viewer, batchId);
    expect(await draftAgain(viewer, batchId)).toBeNull();
  });

  test("is nobody's but its maker's, and done once", async () => {
    const company = await makeCompany();
    const ana = await viewerOf(company.ana);
    const { batchId } = await preview(ana, { addresses: somebody() });
    const stranger = await viewerOf((await makeCompany()).ana);
    for (const other of [stranger, await viewerOf(await company.admin()), await viewerOf(await company.endUser())])
      await expect(send(other, batchId)).rejects.toThrow(NotFound);
    await send(ana, batchId);
    await expect(send(ana, batchId)).rejects.toThrow(NotFound);
    await expect(preview(await viewerOf(await company.endUser()), { addresses: "a@x.example" })).rejects.toThrow(
      NotFound,
    );
  });
});
