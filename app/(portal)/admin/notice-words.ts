import { rolesWith } from "@/lib/access/permissions";
import { listAddress, listQuery } from "@/lib/members/list/list-query";
import { NUMBERS } from "@/lib/numbers/numbers-query";
import { MOST_TOLD, type Notices } from "@/lib/overview/notices";
import type { Figure } from "@/lib/text/figure";

/** `words`: the whole sentence; `short`: where there is little room. */
export type Told = { words: string; short: string; href: string };

export function noticeWords({ expiresToday, bounced, lines, isOnlyAdmin }: Notices, figure: Figure): Told[] {
  const many = (count: number) => (count > MOST_TOLD ? `${figure(MOST_TOLD)}+` : figure(count));
  const told = (count: number, words: (count: string, isOne: boolean) => Told) =>
    count === 0 ? [] : [words(many(count), count === 1)];
  return [
    ...(isOnlyAdmin
      ? [
          {
            words: "You are the only Admin of the whole company: nobody else could let you in again.",
            short: "Only one Admin",
            href: listAddress(listQuery({ status: "Active", role: rolesWith("users.manage")[0] })),
          },
        ]
      : []),
    ...told(bounced, (count, isOne) => ({
      words: isOne ? "1 invitation reached nobody." : `${count} invitations reached nobody.`,
      short: `${count} bounced`,
      href: listAddress(listQuery({ status: "Bounced" })),
    })),
    ...told(expiresToday, (count, isOne) => ({
      words: isOne ? "1 invitation expires today." : `${count} invitations expire today.`,
      short: `${count} ${isOne ? "expires" : "expire"} today`,
      href: listAddress(listQuery({ status: "Expires today" })),
    })),
    ...told(lines, (count, isOne) => ({
      words: isOne ? "1 line is without anyone." : `${count} lines are without anyone.`,
      short: `${count} ${isOne ? "line" : "lines"} without anyone`,
      href: `${NUMBERS}?people=none`,
    })),
  ];
}
