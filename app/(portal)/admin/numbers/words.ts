export const peopleWords = (count: number) =>
  count === 0 ? "Nobody" : count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;

type Answer = { act: "add" | "remove"; count: number; group: string; number: string };

export function groupLinesWords({ act, count, group, number }: Answer) {
  const who = `${peopleWords(count)} in ${group}`;
  return act === "add" ? `${who} may now text from ${number}, too.` : `${who} may no longer text from ${number}.`;
}
