import { type Again, againOf } from "../../email/templates";
import type { Status } from "../../members/status";

type To = { status: Status | null; atHome: boolean };

const canLogIn = ({ status, atHome }: To) => status === "Active" && atHome;

/** To whom it makes sense to send such an email again; `atHome`: their login is this company's. */
const SUITS: Record<Again, (to: To) => boolean> = {
  invitation: ({ status }) => status === "Pending",
  reset: canLogIn,
  check: canLogIn,
  note: ({ status }) => status === "Active",
  asked: () => false,
};

export const suitsAgain = (template: string, to: To) => SUITS[againOf(template)](to);
