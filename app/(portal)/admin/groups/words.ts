import { type Role, roleNames } from "@/lib/access/permissions";
import { MOST } from "@/lib/groups/counts";

/** Counted no further than a thousand. */
export const peopleWords = (count: number) => {
  if (count > MOST) return `${MOST.toLocaleString("en")}+ people`;
  return count === 0 ? "Nobody" : count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;
};

export const numberWords = (count: number) =>
  count === 0 ? "No numbers" : count === 1 ? "1 number" : `${count.toLocaleString("en")} numbers`;

export const subGroupWords = (count: number) =>
  count === 1 ? "1 sub-group" : `${count.toLocaleString("en")} sub-groups`;

export const roleName = (role: Role) => roleNames[role];
