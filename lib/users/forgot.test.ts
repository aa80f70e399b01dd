import { describe, expect, test, vi } from "vitest";
import { makeCompany, onceKey, type Person, unique, visitor } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { actionsOn, linkIn, mailTo, statusOf, tokenFor } from "@/tests/support/rows";
import { inSteadyTime } from "../auth/password/steady-time";
import { unseal } from "../crypto";
import { linkState } from "../links/link-state";
import { ForgotPassword, forgotPassword } from "./forgot-password";
import { ForgotUsername, forgotUsername } from "./forgot-username";

const forgot = (identifier: unknown, once?: string, from = visitor()) =>
  forgotPassword(from, ForgotPassword.parse({ identifier, once }));
const remind = (email: unknown, from = visitor()) => forgotUsername(from, ForgotUsername.parse({ email }));
const letters = async (person: Person) => (await mailTo(person.email)).map(({ template }) => template);

// What being on the beat means is that module's own test.
vi.mock("../auth/password/steady-time", { spy: true });

/** How often the work was done on the beat, of which nothing is told. */
const onBeat = async (work: () => Promise<unknown>) => {
  vi.mocked(inSteadyTime).mockClear();
  expect(await work()).toBeUndefined();
  return vi.mocked(inSteadyTime).mock.settledResults.map(({ type, value }) => [type, value]);
};

describe("Forgot Password", () => {
  test("emails a link to the stored address, by username or email, however spelt", async () => {
    const { ana } = await makeCompany();
    for (const name of [ana.username, ` ${ana.email.toUpperCase()} `, ana.email.replace("@", "＠")]) await forgot(name);
    expect(await letters(ana)).toEqual(["reset", "reset", "reset"]);
    const link = await linkIn(ana.email);
    expect(`${link.origin}${link.pathname}`).toBe("http://localhost:3000/reset-password");
    expect(await actionsOn(ana.memberId)).toEqual(Array(3).fill("password.reset-asked"));
  });

  test("a newer link replaces the older one", async () => {
    const { ana } = await makeCompany();
    await forgot(ana.email);
    const first = await tokenFor(ana.email);
    await forgot(ana.email);
    expect((await linkState("reset", first))?.state).toBe("replaced");
    expect((await linkState("reset", await tokenFor(ana.email)))?.state).toBe("live");
  });

  test("sends the pending a fresh invitation instead", async () => {
    const pending = await (await makeCompany()).pending();
    const old = await linkTo(pending, "invitation");
    await forgot(pending.email);
    expect(await letters(pending)).toEqual(["welcome"]);
    expect((await linkState("invitation", old))?.state).toBe("replaced");
    expect((await linkState("invitation", await tokenFor(pending.email)))?.state).toBe("live");
    expect(await statusOf(pending)).toBe("Pending");
  });

  test("sends the disabled nothing", async () => {
    const disabled = await (await makeCompany()).disabled();
    await forgot(disabled.email);
    expect(await letters(disabled)).toEqual([]);
  });

  test("answers the same, on the same beat, whether the person exists or not", async () => {
    const company = await makeCompany();
    const [disabled, pending] = [await company.disabled(), await company.pending()];
    for (const who of [
      company.ana.email,
      company.ana.username,
      `nobody-${unique()}`,
      disabled.email,
      pending.email,
      "\0",
    ]) {
      expect(await onBeat(() => forgot(who))).toEqual([["fulfilled", undefined]]);
    }
  });

  test("writes ten emails a person and hour, and then says the same", async () => {
    const { ana } = await makeCompany();
    await Promise.all(Array.from({ length: 14 }, (_, i) => forgot(i % 2 ? ana.email : ana.username)));
    expect(await letters(ana)).toHaveLength(10);
  });

  test("a doubled submit is one email", async () => {
    const { ana } = await makeCompany();
    const once = onceKey();
    await Promise.all([forgot(ana.email, once), forgot(ana.email, once)]);
    expect(await letters(ana)).toEqual(["reset"]);
  });

  test("of five at once one link lives", async () => {
    const { ana } = await makeCompany();
    await Promise.all(Array.from({ length: 5 }, () => forgot(ana.email)));
    const tokens = (await mailTo(ana.email)).map(({ secret }) => new URL(unseal("outbox", secret ?? Buffer.alloc(0))));
    const states = await Promise.all(tokens.map((url) => linkState("reset", url.searchParams.get("token"))));
    expect(states.map((link) => link?.state).sort()).toEqual(["live", ...Array(4).fill("replaced")]);
  });
});

describe("odd input", () => {
  const file = new File(["x"], "x.txt");
  test("sends no mail, or one to the stored address only", async () => {
    const ana = await (await makeCompany()).endUser({ email: `mimi.${unique()}@harbour.example` });
    const evil = "mallory@elsewhere.example";
    const odd = [
      [ana.email, evil],
      `${ana.email},${evil}`,
      `${ana.email}\r\nbcc: ${evil}`,
      `"${evil}"@harbour.example`,
      `${ana.email}\0`,
      `Ana <${ana.email}>`,
      ana.email.replace("i", "ı"),
      file,
      "a".repeat(10_240),
      undefined,
    ];
    await Promise.all(odd.flatMap((typed) => [forgot(typed), remind(typed)]));
    expect(await mailTo(evil)).toEqual([]);
    expect(await letters(ana)).toEqual([]);
    await forgot(`${ana.email}\r\n`);
    expect(await letters(ana)).toEqual(["reset"]);
    // In full width it is the same address (NFKC), and the stored one is written to.
    await forgot(ana.email.replace("@", "＠"));
    expect(await letters(ana)).toEqual(["reset", "reset"]);
  });

  test("an empty field is told so", () => {
    expect(ForgotPassword.safeParse({ identifier: " " }).error?.issues[0]?.message).toBe(
      "Enter your username or email.",
    );
    expect(ForgotUsername.safeParse({ email: "" }).error?.issues[0]?.message).toBe("Enter your email address.");
  });
});

describe("Forgot Username", () => {
  test("emails the username to the stored address", async () => {
    const { ana } = await makeCompany();
    await remind(ana.email.toUpperCase());
    const [letter] = await mailTo(ana.email);
    expect(letter).toMatchObject({ template: "username-reminder", props: { username: ana.username } });
    expect(await actionsOn(ana.memberId)).toEqual(["username.reminded"]);
  });

  test("is not for usernames, the disabled, or people without one", async () => {
    const company = await makeCompany();
    const [disabled, bare] = [await company.disabled(), await company.pending({ username: null })];
    for (const typed of [company.ana.username, disabled.email, bare.email]) await remind(typed);
    for (const person of [company.ana, disabled, bare]) expect(await letters(person)).toEqual([]);
  });

  test("counts together with Forgot Password", async () => {
    const { ana } = await makeCompany();
    await Promise.all(Array.from({ length: 10 }, () => forgot(ana.email)));
    await remind(ana.email);
    expect(await letters(ana)).not.toContain("username-reminder");
  });
});
