import { v7 } from "uuid";
import { receiveText } from "@/lib/messages/receive/receive-text";
import { makeCompany, viewerOf } from "../cast";
import { makeTalk } from "../talk";
import { somePhone } from "./subscriptions";

const SIMULATED = { name: "simulated" as const, answersKeywords: false };

/** An Admin at a line, a conversation on it, and a way for that customer, or another, to write once more. */
export async function deskOf() {
  const company = await makeCompany();
  const line = await company.number();
  const ana = await viewerOf(await company.admin({ lines: [line] }));
  // Nobody else's in the whole database.
  const word = `Vega${v7()}`;
  const talk = await makeTalk({
    line,
    name: `Marisol ${word}`,
    phone: somePhone(),
    lines: [`I am ${word}`, `> Thank you ${word}`],
  });
  const text = (body: string, from = talk.phone) =>
    receiveText(SIMULATED, { carrierId: v7(), from, to: line.e164, body, media: [], at: null });
  return { company, line, ana, word, talk, text };
}
