import { describe, expect, test } from "vitest";
import { type Company, HOME, makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { eventsOf } from "@/tests/support/rows";
import { changesOf, changeWords } from "../audit/sentences";
import { countryOfZone } from "../numbers/countries";
import { EditCompany, editCompany } from "./edit-company";
import { getCompany } from "./get-company";

async function form(company: Company, changes: Partial<Parameters<typeof editCompany>[1]> = {}) {
  const now = await getCompany(await viewerOf(company.ana));
  if (!now) throw new Error("Ana sees no company");
  return { ...now, once: onceKey(), ...changes };
}

describe("company information", () => {
  test("an Admin changes it, and history says what", async () => {
    const company = await makeCompany();
    const changes = { name: "Harbor Dental", phone: "+14155550134", website: "https://harbordental.example/" };
    await editCompany(await viewerOf(company.ana), await form(company, changes));
    expect(await getCompany(await viewerOf(company.ana))).toMatchObject(changes);
    const [event] = await eventsOf(company.accountId);
    expect(event).toMatchObject({
      action: "company.edited",
      details: { before: { name: company.name, phone: null, website: null }, after: changes },
    });
  });

  test("the telephone is read as in the country that is chosen with it, later numbers as in the company's", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const typed = { ...(await form(company)), country: "GB", phone: "020 7946 0018 ext. 4", website: "" };
    await editCompany(viewer, EditCompany(viewer, typed).parse(typed));
    const now = await viewerOf(company.ana);
    expect(await getCompany(now)).toMatchObject({ country: "GB", phone: "+442079460018;ext=4" });
    const [event] = await eventsOf(company.accountId);
    expect(event && changesOf(event).map(changeWords)).toEqual([
      "Country: United States → United Kingdom",
      "Phone: none → +44 20 7946 0018 ext. 4",
    ]);
    expect(EditCompany(now).parse({ ...typed, country: undefined, phone: "07400 123456" }).phone).toBe("+447400123456");
    expect(EditCompany(now).safeParse({ ...typed, country: "ZZ" }).error?.issues[0]?.path).toEqual(["country"]);
  });

  test("a new company's country is where its time zone is", () => {
    expect(["Europe/London", "Asia/Kolkata", "Europe/Kyiv", "America/Chicago", "UTC"].map(countryOfZone)).toEqual([
      "GB",
      "IN",
      "UA",
      "US",
      "US",
    ]);
  });

  test("two Admins at once: one saves, the other is told", async () => {
    const company = await makeCompany();
    const viewers = [await viewerOf(company.ana), await viewerOf(await company.admin())] as const;
    const forms = [await form(company, { name: "One" }), await form(company, { name: "Two" })];
    const answers = await Promise.allSettled(forms.map((input, at) => editCompany(viewers[at] ?? viewers[0], input)));
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await eventsOf(company.accountId)).toHaveLength(1);
  });

  test("people who come and go meanwhile refuse nobody", async () => {
    const company = await makeCompany();
    const input = await form(company, { address: "1 Pier Street" });
    await company.endUser();
    await editCompany(await viewerOf(company.ana), input);
    expect((await getCompany(await viewerOf(company.ana)))?.address).toBe("1 Pier Street");
  });

  test("the same form sent twice saves once", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const input = await form(company, { name: "Once" });
    await Promise.all([editCompany(viewer, input), editCompany(viewer, input)]);
    expect(await eventsOf(company.accountId)).toHaveLength(1);
  });

  test("an End User, an Admin of a part and a stranger find none, and change nothing", async () => {
    const [company, elsewhere] = [await makeCompany(), await makeCompany()];
    const west = await company.group("West");
    const input = await form(company, { name: "Taken over" });
    for (const who of [await company.endUser(), await company.admin({ groupId: west.id })]) {
      const viewer = await viewerOf(who);
      expect(await getCompany(viewer)).toBeNull();
      await expect(editCompany(viewer, input)).rejects.toMatchObject({ name: "NotFound" });
    }
    await editCompany(await viewerOf(elsewhere.ana), input);
    expect((await getCompany(await viewerOf(company.ana)))?.name).toBe(company.name);
  });

  test.each([
    ["harbordental.example", "https://harbordental.example/"],
    ["http://harbordental.example/contact us", "http://harbordental.example/contact%20us"],
    ["", null],
  ])("a website typed as %j is kept as %j", (typed, kept) => {
    const parsed = EditCompany(HOME).parse({ name: "Harbor", timeZone: "UTC", revision: 1, website: typed });
    expect(parsed.website).toBe(kept);
  });

  test.each(["javascript:alert(1)", "ftp://harbor.example", "https://a:b@harbor.example", "harbor", "https://"])(
    "%j is no website",
    (typed) => {
      const parsed = EditCompany(HOME).safeParse({ name: "Harbor", timeZone: "UTC", revision: 1, website: typed });
      expect(parsed.error?.issues[0]?.path).toEqual(["website"]);
    },
  );
});
