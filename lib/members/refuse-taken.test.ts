import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, unique, viewerOf } from "@/tests/support/cast";
import { sha256 } from "../crypto";
import { NotFound, Refused } from "../errors";
import { refuseTaken } from "./refuse-taken";

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refused ? { [error.field ?? ""]: error.message, ...error.also } : error),
  );

test("a username that was left empty is proposed from the address, a free one", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  const name = unique().toLowerCase();
  const email = `${name}@x.example`;
  expect(await refuseTaken(viewer, { username: " ", email })).toEqual({ username: name });
  expect(await refuseTaken(viewer, { username: "a b", email })).toBeUndefined();
  expect(await refuseTaken(viewer, { username: "", email: "no address" })).toBeUndefined();
  await company.endUser({ username: name });
  expect(await refuseTaken(viewer, { username: "", email })).toEqual({ username: `${name}2` });
});

test("while the rest is not right yet, whose the names are is said already, of each that can be read", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const viewer = await viewerOf(company.ana);
  const [byName, pending] = [await other.endUser(), await company.pending()];
  const names = { username: byName.username?.toUpperCase(), email: pending.email.toUpperCase() };
  expect(await refusal(refuseTaken(viewer, { firstName: "", ...names }))).toEqual({
    username: expect.stringContaining("taken"),
    email: expect.stringContaining("invited already"),
  });
  const offer = { label: "Resend invitation", resendTo: pending.memberId };
  await expect(refuseTaken(viewer, names)).rejects.toMatchObject({ offer });
  expect(await refusal(refuseTaken(viewer, { ...names, email: "no address" }))).toEqual({
    username: expect.stringContaining("taken"),
  });
  for (const free of [
    { username: `free.${unique()}`, email: `free.${unique()}@x.example` },
    {},
    { username: "a b", email: ["a@x.example", "b@x.example"] },
  ])
    expect(await refusal(refuseTaken(viewer, free))).toBeUndefined();
  for (const stranger of [await company.endUser(), await company.endUser({ role: "viewer" })])
    await expect(refuseTaken(await viewerOf(stranger), names)).rejects.toThrow(NotFound);
});

test("asking whose names are counts as an invitation, so that nobody finds out more that way", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  await refuseTaken(viewer, { email: "free@harbour.example" });
  const key = `invitations:${sha256(company.accountId).toString("base64url")}`;
  await writeDb.update(throttles).set({ used: 10_000 }).where(eq(throttles.key, key));
  expect(await refusal(refuseTaken(viewer, { email: company.ana.email }))).toEqual({
    "": expect.stringContaining("10,000 invitations"),
  });
  expect(await refusal(refuseTaken(viewer, { firstName: "" }))).toBeUndefined();
});
