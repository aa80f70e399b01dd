import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, auditEvents, groups, throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { provide } from "@/lib/env";
import { PASSWORD, unique, visitor } from "@/tests/support/cast";
import { logIn } from "../auth/log-in";
import { sessionOf } from "../auth/session/session-of";
import { anyAccount } from "./any-account";
import { SetUp, setUp } from "./set-up";
import { isSetupCode, setupCode } from "./setup-code";

// The one file whose tests need a database that nobody has been to.
beforeEach(async () => {
  await writeDb.execute(sql`truncate ${accounts}, ${throttles}, ${auditEvents} cascade`);
});

const form = (more: Record<string, unknown> = {}) =>
  SetUp.parse({
    company: "Harbour Freight Forwarding",
    timeZone: "Europe/Lisbon",
    firstName: "Ana",
    lastName: "Silva",
    username: `ana.${unique()}`,
    email: `ana.${unique()}@harbour.example`,
    password: PASSWORD,
    confirmPassword: PASSWORD,
    setupCode: setupCode(),
    ...more,
  });

test("makes the company, its root group and its first Admin, who can log in", async () => {
  const input = form();
  expect(await anyAccount()).toBe(false);
  await setUp(visitor(), input);
  expect(await anyAccount()).toBe(true);
  const { token } = await logIn(visitor(), { identifier: input.username, password: PASSWORD, next: "/" });
  expect(await sessionOf(token)).toMatchObject({
    accountName: "Harbour Freight Forwarding",
    timeZone: "Europe/Lisbon",
  });
  expect(await writeDb.select({ name: groups.name }).from(groups)).toEqual([{ name: "Main Group" }]);
  const [event] = await writeDb.select().from(auditEvents);
  expect(event).toMatchObject({ action: "account.created", actorName: "Ana Silva" });
});

test("its first Admin is logged in at once", async () => {
  const { token, memberId } = await setUp(visitor(), form());
  expect(await sessionOf(token ?? "")).toMatchObject({ memberId, firstName: "Ana", isNew: true });
});

test("twenty at once make one company", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => setUp(visitor(), form())));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await writeDb.select().from(accounts)).toHaveLength(1);
});

test("afterwards there is nothing to find, with the code or without", async () => {
  await setUp(visitor(), form());
  await expect(setUp(visitor(), form())).rejects.toThrow("not found");
  await expect(setUp(visitor(), form({ setupCode: "wrong" }))).rejects.toThrow("not found");
});

test("without the code, or with a wrong one, nothing is made", async () => {
  for (const code of [undefined, "wrong", setupCode().slice(1)]) {
    await expect(setUp(visitor(), form({ setupCode: code }))).rejects.toMatchObject({ field: "setupCode" });
  }
  expect(await anyAccount()).toBe(false);
});

test("after twenty wrong codes an address is told to wait, and others are not", async () => {
  const from = visitor();
  for (let i = 0; i < 20; i++)
    await expect(setUp(from, form({ setupCode: "wrong" }))).rejects.toThrow("isn't the code");
  await expect(setUp(from, form())).rejects.toThrow("Wait an hour");
  await setUp(visitor(), form());
});

const here = { ...visitor("127.0.0.1"), isHere: true as const };

test("the embedded database asks nobody for a code who sits at its computer", async () => {
  provide({ LINEUP_EMBEDDED: "1" });
  try {
    await expect(setUp(visitor(), form({ setupCode: undefined }))).rejects.toMatchObject({ field: "setupCode" });
    await expect(setUp(visitor("127.0.0.1"), form({ setupCode: undefined }))).rejects.toMatchObject({
      field: "setupCode",
    });
    provide({ HOST: "0.0.0.0" });
    await expect(setUp(here, form({ setupCode: undefined }))).rejects.toMatchObject({ field: "setupCode" });
    provide({ HOST: "" });
    await setUp(here, form({ setupCode: undefined }));
  } finally {
    provide({ LINEUP_EMBEDDED: "", HOST: "" });
  }
});

test("on any other database they are asked too", async () => {
  await expect(setUp(here, form({ setupCode: undefined }))).rejects.toMatchObject({ field: "setupCode" });
});

test("a password that is little more than the company's name is refused, and the code is not used up", async () => {
  const weak = { password: "HarbourFreight1", confirmPassword: "HarbourFreight1" };
  await expect(setUp(visitor(), form(weak))).rejects.toMatchObject({ field: "password" });
  await setUp(visitor(), form());
});

test("the code is easy to read and to type, and the same at every start", () => {
  expect(setupCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(setupCode()).toBe(setupCode());
  for (const typed of [
    setupCode().toLowerCase(),
    ` ${setupCode().replaceAll("-", " ")} `,
    setupCode().replaceAll("0", "o"),
  ]) {
    expect(isSetupCode(typed)).toBe(true);
  }
  for (const typed of ["", "0", setupCode().slice(0, -1), `${setupCode()}0`]) expect(isSetupCode(typed)).toBe(false);
});

test("all that is wrong is told at once, each beside its field", () => {
  const fields = SetUp.safeParse({ password: "short", confirmPassword: "other" }).error?.issues.map(
    ({ path }) => path[0],
  );
  expect(new Set(fields)).toEqual(
    new Set(["company", "timeZone", "firstName", "username", "email", "password", "confirmPassword"]),
  );
});
