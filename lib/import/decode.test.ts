import { expect, test } from "vitest";
import { letterReader } from "./alphabet";
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
