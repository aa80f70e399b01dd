import { expect, test } from "vitest";
import { HOME, makeCompany, unique, viewerOf } from "@/tests/support/cast";
import { AddMember, addMember } from "../members/add";

const asking = (username: string) =>
  AddMember(HOME).parse({
    firstName: "Paul",
    lastName: "Novak",
    timeZone: "UTC",
    userType: "end-user",
    username,
    email: `${unique()}@x.example`,
  });

test("a username that looks like another of the company is refused, and one of another company's is not", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const own = unique();
  await company.endUser({ username: `paul.marn.${own}` });
  const viewer = await viewerOf(company.ana);
  for (const username of [`pau1.marn.${own}`, `pauI.marn.${own}`, `PAU1.MARN.${own}`])
    await expect(addMember(viewer, asking(username))).rejects.toThrow("looks like paul.marn");
  await addMember(await viewerOf(other.ana), asking(`pau1.marn.${own}`));
  await addMember(viewer, asking(`paula.marn.${own}`));
});

test.each([
  ["jo.corner", "jo.comer"],
  ["ivvan", "iwan"],
  ["cload", "dad"],
  ["oliver", "ol1iver"],
])("%s and %s are two names: letters side by side are letters", async (one, other) => {
  const company = await makeCompany();
  const own = unique();
  await company.endUser({ username: `${one}.${own}` });
  const input = asking(`${other}.${own}`);
  expect(await addMember(await viewerOf(company.ana), input)).toMatchObject({ email: input.email });
});

test.each([
  ["bo0n", "boon"],
  ["l1l", "III"],
])("%s and %s look alike", async (one, other) => {
  const company = await makeCompany();
  const own = unique();
  await company.endUser({ username: `${one}.${own}` });
  await expect(addMember(await viewerOf(company.ana), asking(`${other}.${own}`))).rejects.toThrow("looks like");
});

test("the same username in another case is taken, not alike", async () => {
  const company = await makeCompany();
  const username = `jo.${unique()}`;
  await company.endUser({ username });
  await expect(addMember(await viewerOf(company.ana), asking(username.toUpperCase()))).rejects.toThrow("is taken");
});

test("that it looks like another is said together with what is wrong with the email", async () => {
  const company = await makeCompany();
  const own = unique();
  const [byName, byEmail] = [await company.endUser({ username: `paul.${own}` }), await company.endUser()];
  const input = { ...asking(`pau1.${own}`), email: byEmail.email };
  await expect(addMember(await viewerOf(company.ana), input)).rejects.toMatchObject({
    field: "email",
    also: { username: `That looks like ${byName.username}, which is taken.` },
  });
});

test("whose name it is, is told to those who may change them and to nobody else", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const own = unique();
  await company.endUser({ username: `Paul.${own}`, groupId: east.id });
  const asked = asking(`pau1.${own}`);
  const there = await viewerOf(await company.admin({ groupId: east.id }));
  await expect(addMember(there, asked)).rejects.toThrow(`That looks like Paul.${own}, which is taken.`);
  const beside = await viewerOf(await company.admin({ groupId: west.id }));
  await expect(addMember(beside, asked)).rejects.toThrow("That looks like a username that is taken.");
});
