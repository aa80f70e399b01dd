import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { expect, test, vi } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { AnswerImport, answerImport } from "./answer";
import { getImport } from "./get-import";
import { PreviewContacts, previewContacts } from "./preview";

const list = (count: number) =>
  [
    "First Name,Phone,Group,Consent,Blacklisted",
    ...Array.from(
      { length: count },
      (_, at) => `Nora ${at},+1415555${1000 + at},Regulars,yes,${at % 7 === 0 ? "yes" : ""}`,
    ),
  ].join("\n");

/** How many statements it takes to read a list and to take it in. */
async function statementsFor(count: number): Promise<number> {
  const viewer = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ rows: list(count), once: onceKey() });
  const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  const { importId } = await previewContacts(viewer, form);
  await answerImport(viewer, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  // How often a lease is renewed is a matter of time.
  const statements = asked.mock.calls.filter(([{ sql }]) => !sql.includes("claimed_until is not null")).length;
  asked.mockRestore();
  expect(await getImport(viewer, importId)).toMatchObject({ isFinished: true, total: count });
  return statements;
}

test("a thousand contacts take as many statements as ten", async () => {
  const [few, many] = [await statementsFor(10), await statementsFor(1000)];
  expect(few).toBeGreaterThan(20);
  expect(many).toBe(few);
});
