import { describe, expect, test } from "vitest";
import { renderLetter } from "./render";
import { isTemplate, type Letter, templates } from "./templates";

const url = "https://lineup.example/welcome?token=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
const people = { firstName: "Mara", company: "Northwind Traders", inviter: "Ines Park", person: "Tom Reyes" };

const letters: Letter[] = [
  { template: "welcome", ...people, url },
  { template: "join", ...people, url },
  { template: "reset", ...people, url },
  { template: "username-reminder", ...people, username: "mara.lee" },
  { template: "password-changed", ...people },
  { template: "confirm-email", ...people, url },
  { template: "email-change-asked", ...people, newEmail: "mara@example.com", url },
  { template: "email-change-asked", ...people, newEmail: "mara@example.com" },
  { template: "email-changed", ...people, newEmail: "mara@example.com" },
  { template: "email-changed", ...people, newEmail: "mara@example.com", url },
  { template: "email-entered", ...people, url },
  { template: "asked-again", ...people, url },
  { template: "login-attempts", ...people },
  { template: "campaign-paused", ...people, campaign: "Spring sale", why: "The first 100 are sent.", url },
  { template: "campaign-asked", ...people, campaign: "Spring sale", recipients: "1200", url },
];

const draw = ({ template, ...props }: Letter) => renderLetter(template, props);

test("there is a sample of every template here", () => {
  expect([...new Set(letters.map((letter) => letter.template))].sort()).toEqual(Object.keys(templates).sort());
  expect(isTemplate("toString")).toBe(false);
});

describe.each(letters)("$template", (letter) => {
  test("has the company's name, the person's and the whole link in HTML and in text", async () => {
    const { subject, html, text } = await draw(letter);
    expect(subject).toContain("Northwind Traders");
    for (const part of [html, text]) {
      expect(part).toContain("Northwind Traders");
      expect(part).toContain("Hello Mara,");
      expect(part).toContain("This was sent");
      expect(part).not.toContain("undefined");
    }
    expect(text).not.toMatch(/[<>]|&\w+;/);
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(hrefs).toEqual("url" in letter ? [url, url] : []);
    expect(text.split("\n").filter((line) => line === url)).toHaveLength("url" in letter ? 1 : 0);
    expect(text.split(url)).toHaveLength("url" in letter ? 2 : 1);
  });

  test("is the same every time, as its idempotency key wants", async () => {
    expect(await draw(letter)).toEqual(await draw(letter));
  });

  test("lets no name make a link, markup or another header", async () => {
    const hostile = `evil.com\r\nBcc: x@evil.com <a href="http://evil.com">www.evil.com</a> https://evil.com/?a=1 \u202emoc`;
    const names = { firstName: hostile, company: hostile, inviter: hostile, person: hostile, campaign: hostile };
    const { subject, html, text } = await draw({ ...letter, ...names });
    expect(subject).not.toMatch(/\p{Cc}/u);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/evil\.com/);
      expect(part).not.toContain("://evil");
      expect(part).not.toContain("\u202e");
    }
    expect(html).not.toContain('href="http://evil');
    expect([...html.matchAll(/<a /g)]).toHaveLength("url" in letter ? 2 : 0);
  });
});

test("names keep their case and their letters", async () => {
  const { text, html } = await draw({
    template: "welcome",
    ...people,
    company: "d'Été & Søn Ltd.",
    firstName: "J.R.",
    url,
  });
  expect(text).toContain("Welcome to d'Été & Søn Ltd.");
  expect(text).toContain("Hello J.R.,");
  expect(html).toContain("d&#x27;Été &amp; Søn Ltd.");
});

test("somebody without a name yet is greeted all the same", async () => {
  expect((await draw({ template: "welcome", ...people, firstName: "", url })).text).toContain("Hello,\n");
});

test("the new address is told in part only, and is no link", async () => {
  const { text } = await draw({ template: "email-changed", ...people, newEmail: "mara@example.com" });
  expect(text.replaceAll("\u200c", "")).toContain("m***@example.com");
  expect(text).not.toContain("example.com");
});

test("a link is http or https", async () => {
  await expect(draw({ template: "reset", ...people, url: "javascript:alert(1)" })).rejects.toThrow();
});
