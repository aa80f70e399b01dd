import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { visitor } from "@/tests/support/cast";
import { mayAsk } from "./ask-limits";

let made = 0;
const ask = (linkId: string) => mayAsk(visitor(), { linkId, phone: `+1646${5_550_000 + made++}` });

test("one link asks five hundred times an hour, whoever asks and for whatever numbers, and another one still", async () => {
  const [link, other] = [v7(), v7()];
  const told = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  const asked = await Promise.all(Array.from({ length: 502 }, () => ask(link)));
  const lines = told.mock.calls.map(([text]) => String(text)).filter((text) => text.includes(link));
  told.mockRestore();
  expect(asked.filter((may) => may)).toHaveLength(500);
  expect(lines.map((line) => line.includes('"by":"link"'))).toEqual([true, true]);
  expect(await ask(other)).toBe(true);
});
