import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("of a conversation whose words are cut in the list, a title has the whole @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number({ label: "Front desk" });
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const words = "Can I bring my daughter on Thursday, too? She has been asking since the last time.";
  await makeTalk({ line, lines: [words] });
  await login(page, hana);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/inbox");
    const preview = page.getByRole("listitem").getByText(words.slice(0, 40));
    expect(await preview.evaluate((shown) => shown.scrollWidth > shown.clientWidth)).toBe(true);
    await expect(preview).toHaveAttribute("title", words);
  }
});
