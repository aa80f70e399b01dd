import { expect, test } from "vitest";
import { mentions } from "./mentions";

const left = (phone: string, ...texts: string[]) => mentions({ phones: [phone], emails: [] })(texts);
const holds = (phone: string, ...texts: string[]) => left(phone, ...texts).map((each) => each !== undefined);

test.each([
  ["+14155550101", "+1 (415)    555-0101"],
  ["+14155550101", "＋１（４１５）５５５－０１０１"],
  ["+14155550101", "٤١٥٥٥٥٠١٠١"],
  ["+14155550101", "\u202A+1 415-555-0101\u202C"],
  ["+14155550101", "415_555_0101"],
  ["+14155550101", "415,555,0101 or 1|415|555|0101"],
  ["+14155550101", "415·555·0101"],
  ["+14155550101", "415:555:0101"],
  ["+14155550101", "(415) [555] 0101"],
  ["+14155550101", "415’555’0101"],
  ["+14155550101", "call 011 1 415.555.0101, please"],
  ["+447700900123", "+44 (0)7700 900123"],
  ["+447700900123", "07700 900 123"],
  ["+50051234", "+500 51234"],
  ["+3545551234", "354 555 1234"],
  ["+4520260102", "+45 2026-01-02"],
])("%s is found in “%s”", (phone, text) => {
  expect(holds(phone, text)).toEqual([true]);
});

test.each([
  ["+12026010210", "2026-01-02 10:15"],
  ["+12026010210", "2026-01-02T10:15:00Z"],
  ["+49201202610", "02.01.2026 10:15"],
  ["+4520260102", "2026-01-02"],
  ["+4520260102", "20260102"],
  ["+50051234", "ZIP 51234"],
  ["+50051234", "500 51234"],
  ["+3545551234", "room 555\n1234"],
  ["+14155550101", "order 941555501017"],
  ["+14155550101", "a415b555c0101"],
  ["+12026010210", "+91 20260 10210"],
])("%s is not found in “%s”", (phone, text) => {
  expect(holds(phone, text)).toEqual([false]);
});

test("a number may stand in cells beside each other; what else a cell says is told", () => {
  expect(left("+14155550101", "Nora", "415", "555 0101", "2026-01-02")).toEqual([undefined, "", "", undefined]);
  expect(left("+14155550101", "+14155550188 / (415) 555-0101", "x")).toEqual(["+14155550188 / (", undefined]);
});

test("an address is found whatever the case, and not in another one", () => {
  const of = mentions({ phones: [], emails: ["ana+b@firm.example"] });
  const texts = ["Ana+B@FIRM.example", "diana+b@firm.example", "ana+b@firm.example.org", "<ana+b@firm.example>."];
  expect(of(texts).map((each) => each !== undefined)).toEqual([true, false, false, true]);
});
