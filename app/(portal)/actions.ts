"use server";

import { SwitchAccount, switchAccount } from "@/lib/accounts/switch";
import { CloseWelcome, closeWelcome } from "@/lib/auth/close-welcome";
import { LogOut, logOut } from "@/lib/auth/log-out";
import { UndoAct, undoAct } from "@/lib/undo/undo-act";
import { goTo, stay } from "@/lib/web/back";
import { figures } from "@/lib/web/figures";
import { formAction } from "@/lib/web/form-action";
import { goHome } from "@/lib/web/home";
import { requestedPath } from "@/lib/web/request";
import { endSession } from "@/lib/web/session-cookie";
import { undoneWords } from "./undone-words";

export const leave = formAction(LogOut, logOut, async () => {
  await endSession();
  return goTo("/login", "You are logged out.");
});

/** To the beginning: what was open belongs to the other account. */
export const switchTo = formAction(SwitchAccount, switchAccount, ({ company, memberId }) =>
  goHome(memberId, `You are in ${company} now.`),
);

export const gotIt = formAction(CloseWelcome, closeWelcome, async () => goTo(await requestedPath()));

/** Its message is gone with the answer: what is refused is said by the next one. */
export const undo = formAction(UndoAct, undoAct, async (done) => stay(undoneWords(done, await figures())), {
  refused: ({ message }) => stay(message, { tone: "bad" }),
});
