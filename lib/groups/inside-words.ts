import { MOST } from "./counts";

export type Inside = { groups: number; people: number; numbers: number };

const some = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count > MOST ? `${MOST}+` : count} ${many}`];

/** What is in a group, in words: "2 sub-groups and 1 number"; null for nothing. */
export function insideWords({ groups, people, numbers }: Inside): string | null {
  const parts = [
    ...some(groups, "sub-group", "sub-groups"),
    ...some(people, "person", "people"),
    ...some(numbers, "number", "numbers"),
  ];
  const last = parts.pop();
  return last === undefined ? null : parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
}
