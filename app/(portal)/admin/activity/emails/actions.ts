"use server";

import { LeaveIt, leaveIt } from "@/lib/outbox/log/leave-unsent";
import { SendAgain, sendAgain } from "@/lib/outbox/log/send-again";
import { stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const again = formAction(SendAgain, sendAgain, ({ what, to }) => stay(`“${what}” is on its way again to ${to}`));
export const leave = formAction(LeaveIt, leaveIt, ({ to }) => stay(`The email to ${to} stays unsent.`));
