import { type Role, roleNames } from "@/lib/access/permissions";
import { MOST } from "@/lib/groups/counts";
import type { Figure } from "@/lib/text/figure";

/** Counted no further than a thousand. */
export const peopleWords = (count: number, figure: Figure) => {
  if (count > MOST) return `${figure(MOST)}+ people`;
  return count === 0 ? "Nobody" : count === 1 ? "1 person" : `${figure(count)} people`;
};

export const numberWords = (count: number, figure: Figure) =>
  count === 0 ? "No numbers" : count === 1 ? "1 number" : `${figure(count)} numbers`;

export const subGroupWords = (count: number, figure: Figure) =>
  count === 1 ? "1 sub-group" : `${figure(count)} sub-groups`;

export const roleName = (role: Role) => roleNames[role];

/** For who doesn't see the list change. */
export const foundWords = (count: number, figure: Figure) => (count === 1 ? "1 group" : `${figure(count)} groups`);
