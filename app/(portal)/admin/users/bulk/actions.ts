"use server";

import { ChangeMany } from "@/lib/members/bulk/batch";
import { changeMany } from "@/lib/members/bulk/change-many";
import { wayOut } from "@/lib/outbox/way-out";
import { goTo } from "@/lib/web/back";
import { figures } from "@/lib/web/figures";
import { tellForbidden } from "@/lib/web/forbidden";
import { formAction } from "@/lib/web/form-action";
import { requireViewer } from "@/lib/web/viewer";
import { afterwards } from "./addresses";
import { doneWords } from "./words";

export const changeThem = formAction(ChangeMany, changeMany, async (done) => {
  if (done.unknown > 0) await tellForbidden(await requireViewer());
  const way = done.act === "resend" ? await wayOut() : "open";
  return goTo(afterwards(done), doneWords(done, way, await figures()), { undo: done.undo });
});
