import { describe, expect, test } from "vitest";
import { unique, visitor } from "@/tests/support/cast";
import { forgetLoginTries, takeLoginTry } from "./login-tries";

const attempt = (who: string, address = visitor().address) => ({ who, address, mark: undefined });
const people = (count: number) => Array.from({ length: count }, unique);

async function fail(who: string, times: number, address?: string) {
  for (let each = 0; each < times; each++) await takeLoginTry(attempt(who, address));
}

describe("one address", () => {
  test("uses up the tries of ten people at most; of everybody else it gets four", async () => {
    const { address } = visitor();
    const persons = people(13);
    for (const who of persons) await fail(who, 12, address);
    const answers = await Promise.all(persons.map((who) => takeLoginTry(attempt(who))));
    expect(answers.filter((answer) => answer === "person")).toHaveLength(10);
    for (const who of persons.slice(10)) await fail(who, 5);
    const now = await Promise.all(persons.slice(10).map((who) => takeLoginTry(attempt(who))));
    expect(now).toEqual(persons.slice(10).map(() => "person"));
  });

  test("is the same address throughout an IPv6 network", async () => {
    const persons = people(11);
    const inside = (each: number) => `2001:db8:1:2::${each.toString(16)}`;
    for (const who of persons) for (let each = 1; each < 11; each++) await fail(who, 1, inside(each));
    const answers = await Promise.all(persons.map((who) => takeLoginTry(attempt(who))));
    expect(answers.filter((answer) => answer === "person")).toHaveLength(10);
  });

  test("of an office lets in whoever mistypes a few times, also from new browsers", async () => {
    const { address } = visitor();
    for (const who of people(25)) {
      await fail(who, 3, address);
      expect(await takeLoginTry(attempt(who, address))).toBe("taken");
      await forgetLoginTries(attempt(who, address));
    }
  });
});
