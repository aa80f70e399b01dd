import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvDownload, csvLines, datedName } from "./csv";

test.each(["=1+1", "+14155550134", "-1", "@sum(a1)", "\t=1", "\r=1", "=a\nb", "＝1"])(
  "a spreadsheet runs nothing from %j",
  (cell) => {
    const [[read]] = Papa.parse<[string]>(csvLines([[cell]])).data as [[string]];
    expect(read).toBe(`'${cell}`);
  },
);

test("a telephone number of ours stays as it is", () => {
  expect(csvLines([[{ e164: "+14155550134" }, "next"]])).toBe("+14155550134,next\r\n");
});

test.each(["Ana, Silva", 'the "boss"', "two\nlines", " space ", "", "Zoë"])("%j is read as it was written", (cell) => {
  expect(Papa.parse<string[]>(csvLines([[cell, "next"]])).data[0]).toEqual([cell, "next"]);
});

test("a download has a mark, a header and every page, and stops asking when nobody reads on", async () => {
  let left = false;
  async function* pages() {
    try {
      for (let page = 1; ; page++) yield [[`${page}`]];
    } finally {
      left = true;
    }
  }
  const reader = csvDownload({ name: "x.csv", header: ["Page"], pages: pages() }).body?.getReader();
  const read = async () => new TextDecoder("utf-8", { ignoreBOM: true }).decode((await reader?.read())?.value);
  expect([await read(), await read(), await read()]).toEqual(["\ufeffPage\r\n", "1\r\n", "2\r\n"]);
  await reader?.cancel();
  expect(left).toBe(true);
});

test("the day in its name is the reader's", () => {
  const now = new Date("2026-10-12T23:30:00Z");
  expect(datedName("users", "Asia/Tokyo", now)).toBe("users-2026-10-13.csv");
  expect(datedName("users", "America/Los_Angeles", now)).toBe("users-2026-10-12.csv");
});
