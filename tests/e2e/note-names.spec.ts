import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("behind an @ in a note whose name it may become is proposed, and taken by Enter", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  for (const name of ["Cara Novak", "Cara Quist"]) await company.endUser({ name, lines: [line] });
  await company.endUser({ name: "Bea Fields" });
  // Notes are also for who can't answer.
  const talk = await makeTalk({ line, claimedBy: ben });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}?compose=note`);
  const field = page.getByLabel("Note", { exact: true });
  const list = page.getByRole("listbox", { name: "Choices" });
  const options = list.getByRole("option");
  await field.focus();
  await page.keyboard.type("Write to ben@castle.example, @be");
  await expect(options).toHaveText(["Ben Ortiz"]);
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.type("n");
  await expect(list).toHaveCount(0);
  await page.keyboard.press("Enter");
  await page.keyboard.type("@cara");
  await expect(options).toHaveText(["Cara Novak", "Cara Quist"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list).toHaveCount(0);
  await page.keyboard.type("and @");
  await expect(options).toHaveText(["Ben Ortiz", "Cara Novak", "Cara Quist"]);
  await options.first().click();
  await expect(field).toHaveValue("Write to ben@castle.example, @ben\n@Cara Quist and @Ben Ortiz ");
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("@zoe");
  await expect(list).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("list", { name: "Messages" })).toContainText("@Cara Quist and @Ben Ortiz");
});
