"use server";

import { ChangeMany } from "@/lib/members/bulk/batch";
import { changeMany } from "@/lib/members/bulk/change-many";
import { wayOut } from "@/lib/outbox/way-out";
import { goTo } from "@/lib/web/back";
import { figures } from "@/lib/web/figures";
import { formAction } from "@/lib/web/form-action";
import { afterwards } from "./addresses";
import { doneWords } from "./words";

export const changeThem = formAction(ChangeMany, changeMany, async (done) =>
  goTo(afterwards(done), doneWords(done, done.act === "resend" ? await wayOut() : "open", await figures()), {
    undo: done.undo,
  }),
);
