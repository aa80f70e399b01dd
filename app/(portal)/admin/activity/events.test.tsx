import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Entry } from "@/lib/audit/list";
import { plainEyes } from "@/lib/text/eyes";
import { Events } from "./events";

const at = new Date("2026-03-02T10:00:00Z");

const entry = (id: number, action: string, subjectName: string): Entry => ({
  ...{ id: String(id), at, action, actorId: null, actorName: "Somebody", batchId: null },
  ...{ subjectId: subjectName, subjectName, details: null, others: [], otherCount: 0 },
});

const shown = (entries: Entry[]) => renderToStaticMarkup(<Events entries={entries} pages={{}} eyes={plainEyes(at)} />);

test("what repeats itself is told once, with a count, and opens to each", () => {
  const refused = [1, 2, 3].map((id) => entry(id, "login.refused", "Ben Ortiz"));
  const html = shown([...refused, entry(4, "login.refused", "Cara Novak"), entry(5, "member.disabled", "Ben Ortiz")]);
  expect(html).toContain("<summary>3 refused logins as Ben Ortiz</summary>");
  expect(html.match(/<summary>/g)).toHaveLength(1);
  expect(html.match(/Somebody could not log in as Ben Ortiz/g)).toHaveLength(3);
  expect(html.match(/Somebody could not log in as Cara Novak/g)).toHaveLength(1);
});

test("what was done in between stands between", () => {
  const [first, disabled, second] = [
    entry(1, "login.refused", "Ben Ortiz"),
    entry(2, "member.disabled", "Ben Ortiz"),
    entry(3, "login.refused", "Ben Ortiz"),
  ];
  expect(shown([first, disabled, second])).not.toContain("<summary>");
  expect(shown([disabled, { ...disabled, id: "4" }])).not.toContain("<summary>");
});
