import { and, eq, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { carrierNumbers, linePace, numbers, webhookAsks } from "@/db/schema";
import { numbersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { carrierHere } from "../../carrier/carrier-here";
import { LINE_CODES } from "../../carrier/codes";
import { webhookAddress } from "../../carrier/webhook-address";

const columns = {
  id: numbers.id,
  e164: numbers.e164,
  label: numbers.label,
  isKnown: sql<boolean>`${carrierNumbers.e164} is not null`,
  webhook: carrierNumbers.webhook,
  canText: sql<boolean>`coalesce(${carrierNumbers.canText}, true)`,
  perSecond: sql<number>`coalesce(${linePace.perSecond}, 1)`,
  trouble: linePace.trouble,
  isAsked: sql<boolean>`${webhookAsks.numberId} is not null and ${webhookAsks.error} is null`,
  error: webhookAsks.error,
};

const found = (where: SQL | undefined) =>
  byIndex
    .select(columns)
    .from(numbers)
    .leftJoin(carrierNumbers, eq(carrierNumbers.e164, numbers.e164))
    .leftJoin(linePace, eq(linePace.numberId, numbers.id))
    .leftJoin(webhookAsks, eq(webhookAsks.numberId, numbers.id))
    .where(where);

type Row = Awaited<ReturnType<typeof found>>[number];

/** Whether the carrier has said yet which numbers it has; nobody's number in particular. */
const hasSaid = async () => {
  const [any] = await byIndex.select({ e164: carrierNumbers.e164 }).from(carrierNumbers).limit(1);
  return any !== undefined;
};

/** What carries the texts of a number, and how: its pace in segments a second, where it brings what comes in. */
export async function numberAtCarrier(viewer: Viewer, id: string) {
  const [[row], isTold] = await Promise.all([
    found(and(numbersWithin(viewer, "account.view"), eq(numbers.id, id))),
    hasSaid(),
  ]);
  if (!row) return undefined;
  const address = webhookAddress();
  const carrier = carrierHere()?.name ?? ("none" as const);
  return { ...row, carrier, isTold, address, wrong: carrier === "twilio" ? whatIsWrong(row, isTold) : troubleOf(row) };
}

export type NumberAtCarrier = NonNullable<Awaited<ReturnType<typeof numberAtCarrier>>>;

/** Numbers in service with which something is wrong at the carrier, and what. */
export async function numbersInTrouble(viewer: Viewer) {
  const isTold = carrierHere()?.name === "twilio" && (await hasSaid());
  const unset = or(
    isNull(carrierNumbers.e164),
    not(carrierNumbers.canText),
    sql`${carrierNumbers.webhook} is distinct from ${webhookAddress()}`,
  );
  const wrong = or(isNotNull(linePace.trouble), isTold ? unset : undefined);
  const rows = await found(and(numbersWithin(viewer, "account.view"), isNull(numbers.disabledAt), wrong))
    .orderBy(numbers.label, numbers.id)
    .limit(50);
  return rows.map((row) => ({ id: row.id, e164: row.e164, label: row.label, wrong: whatIsWrong(row, isTold) }));
}

function troubleOf({ trouble }: Row): string[] {
  if (trouble === null) return [];
  const code = trouble > 0 ? ` (code ${trouble})` : "";
  return [
    LINE_CODES.includes(trouble)
      ? `The carrier takes no texts from this number${code}. They wait.`
      : `The carrier refuses the keys or the address that Lineup has for it${code}. Texts of all numbers wait.`,
  ];
}

function whatIsWrong(row: Row, isTold: boolean): string[] {
  const wrong = troubleOf(row);
  if (isTold && !row.isKnown)
    return ["The carrier doesn't know this number: nothing comes in, and nothing leaves.", ...wrong];
  if (isTold && !row.canText) wrong.push("The carrier says that this number can't text.");
  if (isTold && row.webhook === null) wrong.push("The carrier doesn't know where to bring what comes in.");
  if (isTold && row.webhook !== null && row.webhook !== webhookAddress())
    wrong.push("The carrier brings what comes in to another address.");
  return wrong;
}
