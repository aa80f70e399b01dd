import { expect, test } from "vitest";
import { letterReader } from "../alphabet";
import { decodeFile } from "./decode";

async function read(bytes: Uint8Array): Promise<string | null> {
  const file = await decodeFile(bytes);
  return file && letterReader(file.alphabet)(file.text);
}

test("a file's letters are read as they were written, and what is no text is told", async () => {
  expect(await read(Buffer.from("Zoë"))).toBe("Zoë");
  expect(await read(Buffer.from("Zo\u00eb", "latin1"))).toBe("Zoë");
  expect(await read(Buffer.from("O\u0092Neill \u0080 Ren\u00e9", "latin1"))).toBe("O’Neill € René");
  expect(await read(Buffer.from("\ufeffZoë", "utf16le"))).toBe("Zoë");
  expect(await read(Buffer.from("Zoë,zoe@x.example", "utf16le"))).toBe("Zoë,zoe@x.example");
  expect(await read(Buffer.from("Анна,anna@cedar.example", "utf16le").swap16())).toBe("Анна,anna@cedar.example");
  expect(await read(Buffer.from("PK\u0003\u0004\u0014\u0000"))).toBeNull();
  expect(await read(Buffer.from("%PDF-1.7"))).toBeNull();
  expect(await read(Buffer.from("email\na\u0007@x.example\u0002"))).toBe("email\na\u0007@x.example\u0002");
  for (const beginning of ["504b0304", "89504e47", "47494638", "ffd8ffe0", "1f8b08", "d0cf11e0a1b1"])
    expect(await read(Buffer.from(beginning, "hex")), beginning).toBeNull();
  expect(await read(Buffer.from("email\0"))).toBeNull();
  expect(await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBeNull();
});

test("a page, a workbook or cards that are called a list are none", async () => {
  for (const text of [
    "<html><body><table><tr><td>Email</td></tr><tr><td>a@x.example</td></tr></table></body></html>",
    '\ufeff<?xml version="1.0"?>\n<Workbook/>',
    '\n<!DOCTYPE html>\n<meta charset="utf-8">',
    "{\\rtf1\\ansi Email, Name}",
    "BEGIN:VCARD\nEMAIL:a@x.example\nEND:VCARD\n",
    '[{"email":"a@x.example"}]',
    '{ "users": [] }',
  ])
    expect(await read(Buffer.from(text)), text).toBeNull();
  for (const text of [
    "<a@x.example>,Ana\n",
    "<head@x.example>, <table@x.example>\n",
    "[Email],Name\na@x.example,Ana\n",
    "{a},b\n",
  ])
    expect(await read(Buffer.from(text)), text).toBe(text);
});

test("letters that a program has put into UTF-8 twice are read as they were meant; what only looks a little like it is left", async () => {
  const names = "Zoë Müller;Łukasz;’Íñigo’;Ánà";
  const twice = Buffer.from(names).map((byte) => byte);
  const asLatin = [...twice].map((byte) => String.fromCharCode(byte)).join("");
  expect(await read(Buffer.from(asLatin))).toBe(names);
  expect(await read(Buffer.from("MÃ¼ller,â€™Neill"))).toBe("Müller,’Neill");
  for (const text of ["Ãlvaro São, Müller", "Ã¼ and Ł", "Âge"]) expect(await read(Buffer.from(text)), text).toBe(text);
});

test("a word of megabytes is looked through once for letters of its own", async () => {
  const text = `Jos\u00e9 ${"a".repeat(2_000_000)}`;
  expect((await read(Buffer.from(text, "latin1"))) === text).toBe(true);
});
