import { expect, test } from "vitest";
import { makeCompany, onceKey, unique } from "@/tests/support/cast";
import { proposeUsername } from "./propose-username";

const bare = { name: "", username: null };

test("the address suggests a username that is free over all companies and looks like none of one's own", async () => {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const own = `ben.${unique()}`;
  const ben = await company.pending({ ...bare, email: `${own}@harbour.example` });
  expect(await proposeUsername(ben.memberId)).toBe(own);
  await elsewhere.endUser({ username: own.toUpperCase() });
  expect(await proposeUsername(ben.memberId)).toBe(`${own}2`);
  await company.endUser({ username: `${own}2` });
  expect(await proposeUsername(ben.memberId)).toBe(`${own}3`);
});

test("an address that says nothing still suggests one, and so does one whose numbers are all taken", async () => {
  const company = await makeCompany();
  const unsaid = await company.pending({ ...bare, email: `+${unique()}@harbour.example` });
  expect(await proposeUsername(unsaid.memberId)).toMatch(/^user\d*$/);
  const own = `q${unique()}`;
  const late = await company.pending({ ...bare, email: `${own}@harbour.example` });
  await company.endUser({ username: own });
  for (let at = 2; at <= 20; at++) await company.endUser({ username: `${own}${at}` });
  expect(await proposeUsername(late.memberId)).toMatch(new RegExp(`^${own}\\d{4}$`));
  expect(await proposeUsername(onceKey())).toBe("");
});
