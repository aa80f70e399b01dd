import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./db";
import { becomeTest } from "./env";

// Once a test file, before anything imports db: a database of its own.
const { url, drop } = await cloneDatabase(inject("postgresUrl"), inject("template"));
becomeTest(url);

afterAll(async () => {
  const [{ closeReads }, { closeWrites }] = await Promise.all([import("@/db"), import("@/db/write")]);
  await Promise.all([closeReads(), closeWrites()]);
  await drop();
});
