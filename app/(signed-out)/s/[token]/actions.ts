"use server";

import { AskToJoin, askToJoin } from "@/lib/subscriptions/ask";
import { stay } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

const ASKED =
  "If this number can get our texts, one is on its way now: answer YES to it. Nothing came? Look at the number, or try again in an hour.";

export const subscribe = visitorAction(AskToJoin, askToJoin, () => stay(ASKED));
