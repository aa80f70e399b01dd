import { expect, test, vi } from "vitest";
import { securityEvents } from "./metrics";
import { disguised, tellSecurity } from "./security";

test("an event is one line that tells no name that was typed, and is counted by its name", async () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  const typed = "mara@example.com";
  tellSecurity("login.refused", { address: "192.0.2.7", typed: disguised(typed), why: "nobody" });
  write.mockRestore();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    kind: "security",
    event: "login.refused",
    address: "192.0.2.7",
    typed: disguised(typed),
  });
  expect(lines[0]).not.toMatch(/mara|example|hidden/);
  const { values } = await securityEvents.get();
  expect(values).toMatchObject([{ labels: { event: "login.refused" }, value: 1 }]);
});

test("the same name is known again, another is another", () => {
  expect(disguised("mara.lee")).toBe(disguised("mara.lee"));
  expect(disguised("mara.lee")).not.toBe(disguised("mara.lea"));
  expect(disguised("mara.lee")).toMatch(/^[\w-]{16}$/);
});
