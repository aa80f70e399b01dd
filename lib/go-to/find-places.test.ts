import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { formatNumber } from "../numbers/format-number";
import { findPlaces } from "./find-places";

test("a number that is typed whole comes before whoever has it", async () => {
  const company = await makeCompany();
  const line = await company.number({ label: "Front desk" });
  await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const viewer = await viewerOf(company.ana);
  for (const typed of [line.e164, line.e164.slice(2), formatNumber(line.e164)]) {
    const found = (await findPlaces(viewer, typed)).sort((a, b) => a.rank - b.rank);
    expect(found.map(({ href }) => href)[0], typed).toBe(`/admin/numbers/${line.id}`);
  }
});
