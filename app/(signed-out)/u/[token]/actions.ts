"use server";

import { StopTexts, stopTexts } from "@/lib/unsubscribe/stop-texts";
import { stay } from "@/lib/web/back";
import { visitorAction } from "@/lib/web/form-action";

export const stop = visitorAction(StopTexts, stopTexts, () => stay());
