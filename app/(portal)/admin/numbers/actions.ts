"use server";

import { AddNumber, addNumber } from "@/lib/numbers/add";
import { AskForWebhook, askForWebhook } from "@/lib/numbers/carrier/ask-for-webhook";
import { EditNumber, editNumber } from "@/lib/numbers/edit";
import { GiveLine, giveLine } from "@/lib/numbers/give-line";
import { ChangeGroupLines, changeGroupLines } from "@/lib/numbers/group-lines";
import { TakeLine, takeLine } from "@/lib/numbers/take-line";
import { goTo, stay } from "@/lib/web/back";
import { figures } from "@/lib/web/figures";
import { formAction } from "@/lib/web/form-action";
import { givenWords, groupLinesWords, takenWords } from "./words";

export const add = formAction(AddNumber, addNumber, ({ id, number }) =>
  goTo(`/admin/numbers/${id}`, `${number} is added. Now say who may text from it.`),
);
export const give = formAction(GiveLine, giveLine, (answer) => stay(givenWords(answer), { undo: answer.undo }));
export const take = formAction(TakeLine, takeLine, (answer) => stay(takenWords(answer), { undo: answer.undo }));
export const group = formAction(ChangeGroupLines, changeGroupLines, async (answer) =>
  stay(groupLinesWords(answer, await figures()), { undo: answer.undo }),
);
export const setAtCarrier = formAction(AskForWebhook, askForWebhook, () =>
  stay("The carrier is asked to bring texts here."),
);
export const edit = formAction(EditNumber, editNumber, () => stay("The number is saved."), {
  acts: { "give-person": give, "give-group": group, take, "set-at-carrier": setAtCarrier },
});
