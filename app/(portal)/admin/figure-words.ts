import { rolesWith } from "@/lib/access/permissions";
import { listAddress, listQuery, type StatusFilter } from "@/lib/members/list/list-query";
import type { WayOut } from "@/lib/outbox/way-out";
import { type Figures, MOST_COUNTED } from "@/lib/overview/figures";
import type { Figure } from "@/lib/text/figure";
import type { FigureLink } from "./figure-list";

type Told = {
  figures: Figures;
  figure: Figure;
  /** Unclaimed ones on the viewer's own lines, up to a hundred; null: they read no messages. */
  conversations: number | null;
  email: WayOut;
  /** The name of what carries texts; none, and they wait. */
  carrier: string | undefined;
  seesEmails: boolean;
};

const EMAIL: Record<WayOut, string> = { open: "Set up", "not set up": "Not set up", denied: "Refused" };

const people = (status: StatusFilter, role = "") => listAddress(listQuery({ status, role }));

/** All figures of the Overview but the logins. */
export function figureLists({ figures, figure, conversations, email, carrier, seesEmails }: Told) {
  const isAll = (status: StatusFilter) => status === "Active" || status === "Pending" || status === "Disabled";
  const words = (count: number) => (count > MOST_COUNTED ? `${figure(MOST_COUNTED)}+` : figure(count));
  const of = (status: StatusFilter, isBad = false): FigureLink => ({
    figure: isAll(status) ? figure(figures[status]) : words(figures[status]),
    label: status,
    href: people(status),
    ...(isBad && figures[status] > 0 && { isBad }),
  });
  return [
    {
      title: "People",
      links: [
        of("Active"),
        of("Pending"),
        of("Disabled"),
        { figure: words(figures.admins), label: "Active Admins", href: people("Active", rolesWith("users.manage")[0]) },
      ],
    },
    { title: "Invitations", links: [of("Waiting"), of("Expires today"), of("Expired"), of("Bounced", true)] },
    {
      title: "Lines and sending",
      links: [
        { figure: words(figures.lines), label: "Lines without anyone", href: "/admin/numbers?people=none" },
        ...(conversations === null
          ? []
          : [
              {
                figure: conversations >= 100 ? "99+" : figure(conversations),
                label: "Conversations waiting on your lines",
                href: "/inbox?view=unclaimed",
              },
            ]),
        {
          figure: EMAIL[email],
          label: "Email",
          href: seesEmails ? "/admin/activity/emails" : "/admin/users",
          isBad: email !== "open",
        },
        { figure: carrierWords(carrier), label: "Texts", href: "/admin/numbers", isBad: !carrier },
      ],
    },
  ];
}

const carrierWords = (carrier: string | undefined) =>
  carrier === undefined ? "Not set up" : carrier === "simulated" ? "Simulated" : "Set up";
