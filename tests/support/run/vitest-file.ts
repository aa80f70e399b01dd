import { afterAll, inject, vi } from "vitest";
import { once } from "@/db/connect";
import { cloneDatabase } from "./db";
import { becomeTest } from "./env";

/** Of this file alone, or of all that the worker runs: `once` outlives a file only where they share their modules. */
const database = await once("test database", () => cloneDatabase(inject("postgresUrl"), inject("template")));
becomeTest(database.url);

if (inject("alone"))
  afterAll(async () => {
    const [{ closeReads }, { closeWrites }] = await Promise.all([import("@/db"), import("@/db/write")]);
    await Promise.all([closeReads(), closeWrites()]);
    await database.drop();
  });
else afterAll(() => void vi.restoreAllMocks());
