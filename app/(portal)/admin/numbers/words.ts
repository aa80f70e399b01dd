import type { CannotText } from "@/lib/numbers/cannot-text";
import type { Figure } from "@/lib/text/figure";

export const peopleWords = (count: number, figure: Figure) =>
  count === 0 ? "Nobody" : count === 1 ? "1 person" : `${figure(count)} people`;

/** Beside a name: they have the line, and yet may not text from it. */
export const lackWords = (lacks: CannotText) =>
  lacks === "product" ? "has no Texting" : lacks === "role" ? "has no role that sends messages" : null;

type Given = { name: string; number: string; lacks: CannotText };

export const givenWords = ({ name, number, lacks }: Given) =>
  lacks ? `${name} has ${number} now, but ${lackWords(lacks)} yet.` : `${name} may now text from ${number}.`;

export const takenWords = ({ name, number, isLeft }: { name: string; number: string; isLeft: boolean }) =>
  `${name} may no longer text from ${number}.${isLeft ? "" : ` ${NOBODY}`}`;

const NOBODY = "Nobody has it now: what customers send to it is kept, and nobody can read it.";

type Answer = { act: "add" | "remove"; count: number; lacking: number; isLeft: boolean; group: string; number: string };

export function groupLinesWords({ act, count, lacking, isLeft, group, number }: Answer, figure: Figure) {
  const who = `${peopleWords(count, figure)} in ${group}`;
  if (act === "remove") return takenWords({ name: who, number, isLeft });
  if (lacking === 0) return `${who} may now text from ${number}, too.`;
  const [have, lack] = [count === 1 ? "has" : "have", lacking === 1 ? "has" : "have"];
  return `${who} ${have} ${number} now; ${figure(lacking)} of them ${lack} no Texting or no role that sends messages yet.`;
}

/** For who doesn't see the list change. */
export const foundWords = (count: number, figure: Figure) => (count === 1 ? "1 number" : `${figure(count)} numbers`);
