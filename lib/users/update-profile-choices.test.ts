import { expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { eventsOf, rowsOf } from "@/tests/support/rows";
import { changesOf, changeWords } from "../audit/sentences";
import { UpdateProfile, updateProfile } from "./update-profile";

/** Somebody who saves their profile, with what the form has besides. */
async function somebody() {
  const person = await (await makeCompany()).endUser();
  const { firstName, lastName, timeZone, email } = person;
  const save = async (more: object) => {
    const { member } = (await rowsOf(person)) ?? {};
    const typed = {
      firstName,
      lastName,
      timeZone,
      email,
      revision: String(member?.revision),
      once: onceKey(),
      ...more,
    };
    await updateProfile(await viewerOf(person), UpdateProfile({ country: "US" }).parse(typed));
    return viewerOf(person);
  };
  const newest = async () => {
    const [event] = await eventsOf(person.memberId);
    return event && changesOf(event).map(changeWords);
  };
  return { save, newest };
}

test("dates are written as they choose; what is no way of writing one is refused, what is not sent stays", async () => {
  const { save, newest } = await somebody();
  expect((await save({ locale: "de" })).locale).toBe("de-DE");
  expect((await save({})).locale).toBe("de-DE");
  expect(await newest()).toEqual(["Date format: none → de-DE"]);
  expect((await save({ locale: "" })).locale).toBeNull();
  await expect(save({ locale: "Klingon" })).rejects.toThrow("Choose a date format.");
});

test("the clock and the first day of the week are theirs to choose, by a form that has them", async () => {
  const { save, newest } = await somebody();
  expect(await save({ clock: "12", weekStart: "sun" })).toMatchObject({ clock: "12", weekStart: "sun" });
  expect(await newest()).toEqual(["Clock: none → 12 hours", "Week starts on: none → Sunday"]);
  expect(await save({})).toMatchObject({ clock: "12", weekStart: "sun" });
  expect(await save({ clock: "", weekStart: "mon" })).toMatchObject({ clock: null, weekStart: "mon" });
  await expect(save({ clock: "13" })).rejects.toThrow("Choose 12 or 24 hours.");
  await expect(save({ weekStart: "tue" })).rejects.toThrow("Choose a day.");
});

test("keys of one letter are switched off by a form that has the box unticked, not by one without it", async () => {
  const { save, newest } = await somebody();
  expect((await save({})).letterKeys).toBe(true);
  expect((await save({ letterKeys: "" })).letterKeys).toBe(false);
  expect(await newest()).toEqual(["Keyboard shortcuts of one letter: yes → no"]);
  expect((await save({})).letterKeys).toBe(false);
  expect((await save({ letterKeys: ["", "on"] })).letterKeys).toBe(true);
});
